import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { organizations, passwordResets, users } from "@/db/schema";
import type { Anonymous } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { accountOf, nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { announcePasswordChange } from "./announce-password-change";
import { endSessions } from "./end-sessions";
import { anonymousActor } from "./log-in";
import { isServedAt } from "./log-in-candidates";
import type { LoginContext } from "./login-context";
import { resetPasswordInput } from "./password-reset-schema";
import { setPassword } from "./set-password";
import { readTenantToken } from "./tenant-token";

const stillOpen = and(
  isNull(passwordResets.usedAt),
  isNull(passwordResets.revokedAt),
  sql`${passwordResets.expiresAt} > now()`,
);

/** The anonymous actor behind a link, in the organization that the link names; undefined for a broken link. */
export function anonymousActorOfLink(
  token: string | null | undefined,
  loginContext: LoginContext,
): Anonymous | undefined {
  const link = token ? readTenantToken(token) : undefined;
  return link && isServedAt(loginContext, link.organizationId)
    ? anonymousActor(link, loginContext)
    : undefined;
}

/** Whose password a link would set, or undefined when it does nothing any more. Spends nothing. */
export const viewPasswordReset = defineQuery({
  name: "viewPasswordReset",
  input: z.object({ token: z.string().max(200) }),
  requires: { action: "read", resource: "authentication" },
  async run({ input, transaction }) {
    const link = readTenantToken(input.token);
    if (!link) return undefined;
    const [found] = await transaction
      .select({
        ...nameColumns,
        passwordLeastLength: organizations.passwordLeastLength,
      })
      .from(passwordResets)
      .innerJoin(organizations, eq(organizations.id, passwordResets.organizationId))
      .innerJoin(
        users,
        and(
          eq(users.organizationId, passwordResets.organizationId),
          eq(users.id, passwordResets.userId),
        ),
      )
      .where(
        and(eq(passwordResets.tokenHash, link.tokenHash), stillOpen, eq(users.status, "active")),
      );
    return found && accountOf(found);
  },
});

/**
 * Spends a reset link: sets the password and ends all sessions of its owner.
 * @throws Conflict `linkSpent` when the link was used, replaced or has expired
 * @throws Invalid when the password is too weak; the link stays good
 */
export const resetPassword = defineCommand({
  name: "resetPassword",
  input: resetPasswordInput,
  requires: { action: "update", resource: "authentication" },
  async run({ input, transaction }) {
    const link = readTenantToken(input.token);
    if (!link) throw new Conflict("linkSpent");
    const [spent] = await transaction
      .update(passwordResets)
      .set({ usedAt: now() })
      .where(and(eq(passwordResets.tokenHash, link.tokenHash), stillOpen))
      .returning({ userId: passwordResets.userId });
    if (!spent) throw new Conflict("linkSpent");
    const [owner] = await transaction
      .select()
      .from(users)
      .where(and(eq(users.id, spent.userId), eq(users.status, "active"), isNull(users.deletedAt)));
    if (!owner) throw new Conflict("linkSpent");
    const person = accountOf(owner);
    await setPassword(transaction, person, input.password);
    const ended = await endSessions(transaction, person.id, "password_changed");
    await announcePasswordChange(transaction, person);
    return {
      result: { email: person.email },
      audit: [
        {
          action: "password.changed",
          actor: {
            id: person.id,
            name: personName(person),
            kind: person.role === "user" ? "end-user" : "member",
          },
          target: { type: "user", id: person.id, name: personName(person) },
          changes: { openSessions: { before: ended, after: 0 } },
        },
      ],
    };
  },
});
