import "server-only";
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type AuditChanges, addressChanges, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { mapUniqueViolations } from "@/lib/core/people/map-unique-violations";
import { accountOf } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { requireAllowedAddress } from "@/lib/core/people/require-allowed-address";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { endSessions } from "../auth/end-sessions";
import { readTenantToken, type TenantToken } from "../auth/tenant-token";
import { isWaitingChange } from "./open-address-change";

const tokenInput = z.object({ token: z.string().max(200) });

/** The open change that a link belongs to, and to which of the two mailboxes the link was sent. */
async function findChange(transaction: Transaction, link: TenantToken) {
  const [found] = await transaction
    .select({ change: addressChanges, person: users })
    .from(addressChanges)
    .innerJoin(
      users,
      and(
        eq(users.organizationId, addressChanges.organizationId),
        eq(users.id, addressChanges.userId),
      ),
    )
    .where(
      and(
        or(
          eq(addressChanges.oldTokenHash, link.tokenHash),
          eq(addressChanges.newTokenHash, link.tokenHash),
        ),
        isWaitingChange,
        eq(users.status, "active"),
        isNull(users.deletedAt),
      ),
    );
  if (!found) return undefined;
  const isOld = found.change.oldTokenHash.equals(link.tokenHash);
  return { ...found, side: isOld ? ("old" as const) : ("new" as const) };
}

/** What a link would confirm, or undefined when it does nothing any more. Spends nothing. */
export const viewAddressChange = defineQuery({
  name: "viewAddressChange",
  input: tokenInput,
  requires: { action: "read", resource: "authentication" },
  async run({ input, transaction }) {
    const link = readTenantToken(input.token);
    const found = link && (await findChange(transaction, link));
    if (!found) return undefined;
    const { change, person, side } = found;
    const organization = await getOrganization(transaction);
    return {
      side,
      isConfirmed: (side === "old" ? change.oldConfirmedAt : change.newConfirmedAt) !== null,
      oldEmail: accountOf(person).email,
      newEmail: change.email,
      organizationName: organization.name,
    };
  },
});

/**
 * Confirms a change of address from one of its two ends. The second confirmation makes the change: the
 * person's sessions end, and the old address is told.
 * @throws Conflict `linkSpent` when the link does nothing any more, `emailTaken` when another was quicker
 */
export const confirmAddressChange = defineCommand({
  name: "confirmAddressChange",
  input: tokenInput,
  requires: { action: "update", resource: "authentication" },
  locksOrganization: true,
  async run({ input, transaction }) {
    const link = readTenantToken(input.token);
    const found = link && (await findChange(transaction, link));
    if (!found) throw new Conflict("linkSpent");
    const { person, side } = found;
    const [change] = await transaction
      .update(addressChanges)
      .set(side === "old" ? { oldConfirmedAt: now() } : { newConfirmedAt: now() })
      .where(eq(addressChanges.id, found.change.id))
      .returning();
    if (!change) throw new Conflict("linkSpent");
    const isWhole: boolean = change.oldConfirmedAt !== null && change.newConfirmedAt !== null;
    if (isWhole) await complete(transaction, change, person);
    const name = personName(person);
    const changes: AuditChanges = isWhole
      ? { email: { before: person.email, after: change.email } }
      : { end: { before: null, after: side } };
    return {
      result: { isWhole, newEmail: change.email },
      audit: [
        {
          action: isWhole ? "address-change.completed" : "address-change.confirmed",
          actor: { id: person.id, name, kind: person.role === "user" ? "end-user" : "member" },
          target: { type: "user", id: person.id, name },
          changes,
        },
      ],
    };
  },
});

async function complete(
  transaction: Transaction,
  change: typeof addressChanges.$inferSelect,
  person: typeof users.$inferSelect,
): Promise<void> {
  try {
    if (person.role !== "user") await requireAllowedAddress(transaction, change.email);
    await mapUniqueViolations(() =>
      transaction
        .update(users)
        .set({ email: change.email, version: sql`${users.version} + 1` })
        .where(eq(users.id, person.id)),
    );
  } catch (error) {
    if (error instanceof Invalid) throw new Conflict(error.fields.email ?? "emailTaken");
    throw error;
  }
  await transaction
    .update(addressChanges)
    .set({ completedAt: now() })
    .where(eq(addressChanges.id, change.id));
  await endSessions(transaction, person.id, "address_changed");
  await notifyUser(transaction, person, {
    template: "address-changed",
    parameters: { newEmail: change.email },
  });
}
