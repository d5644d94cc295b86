import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { Conflict, Invalid, NotFound } from "@/lib/core/errors";
import { mapUniqueViolations } from "@/lib/core/people/map-unique-violations";
import { defineCommand } from "@/lib/define-use-case";
import { endSessions } from "@/lib/identity/auth/end-sessions";
import { createPasswordLink, revokePasswordLinks } from "@/lib/identity/auth/password-links";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { portalAccessInput } from "./end-user-schema";
import { endUserTarget } from "./find-end-user";

/** How long the link of the mail works. */
export const PORTAL_ACCESS_DAYS = 7;

/**
 * Lets an end-user log in with their address: mails them a link to set a password. Who has not set one yet gets a new
 * link, and the former one dies.
 * @throws Conflict `noAddress`, `emailTaken` when somebody else logs in with the address, or `hasPassword`
 */
export const givePortalAccess = defineCommand({
  name: "givePortalAccess",
  input: portalAccessInput,
  requires: { action: "update", resource: "end-user" },
  async run({ input, transaction }) {
    const before = await lockEndUser(transaction, input.id);
    if (before.email === null) throw new Conflict("noAddress");
    const hadAccess = before.status !== "no-access";
    if (hadAccess && before.passwordHash !== null) throw new Conflict("hasPassword");
    if (!hadAccess) await activateAccount(transaction, before.id);
    const linkToken = await createPasswordLink(transaction, before, PORTAL_ACCESS_DAYS * 24 * 60);
    await notifyUser(transaction, before, {
      template: "portal-access",
      parameters: { days: PORTAL_ACCESS_DAYS },
      linkToken,
    });
    return {
      result: { id: before.id, email: before.email },
      audit: [
        {
          action: "end-user.access-given",
          target: endUserTarget(before),
          changes: { access: { before: hadAccess, after: true } },
        },
      ],
    };
  },
});

/** Ends an end-user's account: sessions, password and links of theirs go. Doing it twice changes nothing. */
export const endPortalAccess = defineCommand({
  name: "endPortalAccess",
  input: portalAccessInput,
  requires: { action: "update", resource: "end-user" },
  async run({ input, transaction }) {
    const before = await lockEndUser(transaction, input.id);
    if (before.status === "no-access") return { result: { id: before.id }, audit: [] };
    await transaction
      .update(users)
      .set({
        status: "no-access",
        passwordHash: null,
        passwordChangedAt: null,
        version: sql`${users.version} + 1`,
      })
      .where(eq(users.id, before.id));
    await revokePasswordLinks(transaction, before.id);
    const ended = await endSessions(transaction, before.id, "ended_by_admin");
    return {
      result: { id: before.id },
      audit: [
        {
          action: "end-user.access-ended",
          target: endUserTarget(before),
          changes: {
            access: { before: true, after: false },
            openSessions: { before: ended, after: 0 },
          },
        },
      ],
    };
  },
});

/** @throws NotFound when the organization has no such living end-user */
async function lockEndUser(transaction: Transaction, id: string) {
  const [endUser] = await transaction
    .select()
    .from(users)
    .where(and(eq(users.id, id), eq(users.role, "user"), isNull(users.deletedAt)))
    .for("no key update");
  if (!endUser) throw new NotFound();
  return endUser;
}

async function activateAccount(transaction: Transaction, id: string): Promise<void> {
  try {
    await mapUniqueViolations(() =>
      transaction
        .update(users)
        .set({ status: "active", version: sql`${users.version} + 1` })
        .where(eq(users.id, id)),
    );
  } catch (error) {
    if (error instanceof Invalid) throw new Conflict("emailTaken");
    throw error;
  }
}
