import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { secondFactors, users } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import type { personOf } from "../account/get-own-account";
import { hasSecondFactor } from "./accept-code";
import { issueRecoveryCodes } from "./recovery-codes";

type Factor = Omit<
  typeof secondFactors.$inferInsert,
  "organizationId" | "id" | "userId" | "createdAt" | "lastUsedAt"
>;

/**
 * Keeps a proved second factor of a person, and tells them by mail.
 * @returns recovery codes with their first one, to be shown this once, and the event
 */
export async function saveSecondFactor(
  transaction: Transaction,
  { userId, organizationId, name }: ReturnType<typeof personOf>,
  factor: Factor,
): Promise<{ result: { recoveryCodes: string[] }; audit: AuditEntry[] }> {
  const isFirst = !(await hasSecondFactor(transaction, userId));
  await transaction
    .insert(secondFactors)
    .values({ ...factor, organizationId, userId, lastUsedAt: now() });
  const recoveryCodes = isFirst
    ? await issueRecoveryCodes(transaction, organizationId, userId)
    : [];
  const [person] = await transaction.select().from(users).where(eq(users.id, userId));
  if (person) {
    await notifyUser(transaction, person, {
      template: "second-factor-added",
      parameters: { factorName: factor.name },
    });
  }
  return {
    result: { recoveryCodes },
    audit: [
      {
        action: "second-factor.added",
        target: { type: "user", id: userId, name },
        changes: { secondFactor: { before: null, after: `${factor.name} (${factor.kind})` } },
      },
    ],
  };
}
