import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { Invalid, VersionConflict } from "@/lib/core/errors";
import { mapUniqueViolations } from "@/lib/core/people/map-unique-violations";
import { personName } from "@/lib/core/people/person-name";
import { withPhoneColumns } from "@/lib/core/people/phone-number";
import { withoutUndefined } from "@/lib/core/records/object-fields";
import { requirePostalCode } from "@/lib/core/validation/postal-code";
import { defineCommand } from "@/lib/define-use-case";
import { findBuildingsAtFormerAddress } from "../buildings/copy-owner-address";
import { findNameProblem, updateEndUserInput } from "./end-user-schema";
import { findEndUser, isMoved, positionOf, writableFields } from "./find-end-user";

/**
 * Changes an end-user's record.
 * @returns the buildings that stay at the address that the end-user had
 * @throws VersionConflict when another wrote since the given version was read
 * @throws Invalid when the address of an account or the external id is taken, when an account would lose its address,
 *   or when nothing would say who the end-user is
 */
export const updateEndUser = defineCommand({
  name: "updateEndUser",
  input: updateEndUserInput,
  requires: ({ input }) => [{ action: "update", resource: "end-user", ownerId: input.id }],
  async run({ input, transaction }) {
    const { id, version, ...fields } = input;
    const before = await findEndUser(transaction, id);
    requirePostalCode(fields, before);
    requireIdentity(before, fields);
    const written = await withPhoneColumns(transaction, fields);
    const [after] = await mapUniqueViolations(() =>
      transaction
        .update(users)
        .set({
          ...written,
          ...(isMoved(before, fields) && { locationLastUpdated: now() }),
          version: sql`${users.version} + 1`,
        })
        .where(and(eq(users.id, id), eq(users.version, version)))
        .returning(),
    );
    if (!after) throw new VersionConflict(await findEndUser(transaction, id), fields);
    const buildingsAtFormerAddress = await findBuildingsAtFormerAddress(transaction, {
      userId: id,
      before,
      after,
    });
    return {
      result: { id, buildingsAtFormerAddress },
      audit: [
        {
          action: "end-user.updated",
          target: { type: "end-user", id, name: personName(after) },
          changes: changesBetween(
            { ...writableFields(before), ...positionOf(before) },
            { ...writableFields(after), ...positionOf(after) },
          ),
        },
      ],
    };
  },
});

type Identity = Parameters<typeof findNameProblem>[0];

/** @throws Invalid when nothing would say who the end-user is, or an account would lose its address */
export function requireIdentity(before: Identity & { status: string }, fields: Identity): void {
  const problem = findNameProblem({ ...before, ...withoutUndefined(fields) });
  if (problem) throw new Invalid(problem);
  if (fields.email === null && before.status !== "no-access") {
    throw new Invalid({ email: "accessNeedsAddress" });
  }
}
