import { Invalid, violatedConstraint } from "../errors";

/**
 * Runs a write to `users` and turns a broken uniqueness rule into a problem of its field.
 * @throws Invalid when the address or the external id already belongs to another
 */
export async function mapUniqueViolations<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === "users_email") throw new Invalid({ email: "emailTaken" });
    if (constraint === "users_external_user_id") {
      throw new Invalid({ externalUserId: "externalUserIdTaken" });
    }
    throw error;
  }
}
