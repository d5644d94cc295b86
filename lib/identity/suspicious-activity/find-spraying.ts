import "server-only";
import { and, eq, gt, isNotNull } from "drizzle-orm";
import { v5 as uuidv5 } from "uuid";
import type { Transaction } from "@/db/client";
import { auditDetails, auditEvents } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { selectEvents } from "@/lib/platform/audit/read-events";
import { groupBy } from "./group-by";
import { maxEvents, minute, type Signal } from "./signals";

/** How many accounts, tried in vain from one address within how many minutes, are no household or office. */
const minAccounts = 10;
const window = 60;

/**
 * Password spraying: few guesses at each of many accounts, so that none of them is guessed at often enough to be
 * noticed (OWASP, Credential Stuffing Prevention). Each account is one piece of evidence, by its first try.
 */
export async function findSpraying(
  transaction: Transaction,
  organizationId: string,
): Promise<Signal[]> {
  const failed = await selectEvents(transaction)
    .where(
      and(
        eq(auditEvents.action, "session.failed"),
        isNotNull(auditDetails.clientAddress),
        gt(auditEvents.createdAt, new Date(now().getTime() - window * minute)),
      ),
    )
    .orderBy(auditEvents.createdAt)
    .limit(maxEvents);
  return [...groupBy(failed, ({ clientAddress }) => clientAddress)].flatMap(
    ([clientAddress, tries]) => {
      if (!clientAddress) return [];
      const firstTries = [...groupBy(tries, ({ targetId }) => targetId)].flatMap(
        ([, [first]]) => first ?? [],
      );
      if (firstTries.length < minAccounts) return [];
      return [
        {
          kind: "password_spraying" as const,
          least: minAccounts,
          subjectType: "address" as const,
          // An address has no record; the same one gets the same id again.
          subjectId: uuidv5(clientAddress, organizationId),
          subjectName: clientAddress,
          evidence: firstTries.map(({ createdAt, action, targetName }) => ({
            at: createdAt.toISOString(),
            action,
            what: targetName,
            clientAddress,
          })),
        },
      ];
    },
  );
}
