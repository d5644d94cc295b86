import "server-only";
import { and, asc, eq, gt } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import {
  type AuditChanges,
  auditCheckpoints,
  auditDetails,
  auditEvents,
  auditHeads,
} from "@/db/schema";
import type { AuditAction } from "@/lib/core/audit/actions";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { genesis, hashDetails, hashEvent } from "./chain";
import { isSignatureRight, publicKeyText } from "./signing-key";

/** What is wrong with the first event at fault. */
export type AuditFault =
  /** An event is missing before this one. */
  | "gap"
  /** It does not follow on the event before it. */
  | "link"
  /** It was changed after it was written. */
  | "event"
  /** Its names, values or reason were changed after they were written. */
  | "details"
  /** The log ends before its own head, or elsewhere. */
  | "tail"
  /** It contradicts a signed checkpoint. */
  | "checkpoint"
  /** A checkpoint's signature is not ours. */
  | "signature";

export type AuditVerdict = {
  isIntact: boolean;
  /** How many events were found right. */
  events: number;
  /** Of these, how many have had their personal details erased. */
  erased: number;
  checkpoints: number;
  fault?: { kind: AuditFault; sequence: number; id?: string | undefined };
};

const pageSize = 2000;

/** Details may be gone only of what an erased person did or had done to them. */
const erasure: AuditAction = "end-user.erased";

/** Or of what was older than the shortest retention when a retention was applied. */
const retention: AuditAction = "audit-log.details-erased";
const minRetentionMonths = 12;

/** Walks the whole chain from its beginning and names the first event that is not as it was written. */
export const verifyAuditLog = defineQuery({
  name: "verifyAuditLog",
  input: z.object({}),
  requires: { action: "read", resource: "audit-log" },
  run: ({ transaction }) => walkAuditLog(transaction),
});

/**
 * Reads events in pages, so that a log of any size takes the same memory. What is written during the walk is checked
 * as far as it is seen.
 */
export async function walkAuditLog(transaction: Transaction): Promise<AuditVerdict> {
  const checkpoints = await transaction
    .select()
    .from(auditCheckpoints)
    .orderBy(asc(auditCheckpoints.sequence));
  const hashAt = new Map(checkpoints.map((point) => [point.sequence, point.hash]));
  const verdict = { events: 0, erased: 0, checkpoints: checkpoints.length };
  const fail = (kind: AuditFault, sequence: number, id?: string): AuditVerdict => ({
    ...verdict,
    isIntact: false,
    fault: { kind, sequence, id },
  });

  for (const point of checkpoints) {
    if (!isSignatureRight(point, point.signature)) return fail("signature", point.sequence);
  }
  // Before the events: others go on writing while a long log is walked.
  const kept = await readHead(transaction);
  const erasures = new Set<string | null>();
  let expiredBefore = new Date(0);
  const withoutDetails: (typeof auditEvents.$inferSelect)[] = [];
  let head: { sequence: number; hash: Buffer } = { sequence: 0, hash: genesis };
  for (;;) {
    const page = await readPage(transaction, head.sequence);
    for (const { event, details } of page) {
      if (event.sequence !== head.sequence + 1) return fail("gap", event.sequence, event.id);
      if (!event.previousHash.equals(head.hash)) return fail("link", event.sequence, event.id);
      if (!hashEvent(event, head.hash).equals(event.hash)) {
        return fail("event", event.sequence, event.id);
      }
      if (details && !hashDetails(details.salt, details).equals(event.detailsHash)) {
        return fail("details", event.sequence, event.id);
      }
      const published = hashAt.get(event.sequence);
      if (published && !published.equals(event.hash)) {
        return fail("checkpoint", event.sequence, event.id);
      }
      head = { sequence: event.sequence, hash: event.hash };
      const isKept = event.sequence === kept?.sequence;
      if (isKept && !kept.hash.equals(event.hash)) return fail("tail", event.sequence, event.id);
      verdict.events++;
      if (!details) withoutDetails.push(event);
      if (event.action === retention) {
        const start = DateTime.fromJSDate(event.createdAt);
        expiredBefore = start.minus({ months: minRetentionMonths }).toJSDate();
      }
      if (event.action === erasure) {
        if (event.targetId) erasures.add(event.targetId);
        for (const id of erasedRecords(details?.changes)) erasures.add(id);
      }
    }
    if (page.length < pageSize) break;
  }
  const latest = await readHead(transaction);
  const isWhole =
    (kept?.sequence ?? 0) <= head.sequence && head.sequence <= (latest?.sequence ?? 0);
  if (!isWhole) return fail("tail", head.sequence + 1);
  const beyond = checkpoints.find((point) => point.sequence > head.sequence);
  if (beyond) return fail("checkpoint", beyond.sequence);
  const lost = withoutDetails.find(
    ({ actorId, targetId, createdAt }) =>
      createdAt >= expiredBefore && !erasures.has(actorId) && !erasures.has(targetId),
  );
  if (lost) return fail("details", lost.sequence, lost.id);
  return { ...verdict, erased: withoutDetails.length, isIntact: true };
}

async function readHead(transaction: Transaction) {
  const [head] = await transaction.select().from(auditHeads);
  return head;
}

/** What an erasure names beside the person: mails to them and their devices. */
function erasedRecords(changes: AuditChanges | undefined): string[] {
  const after = changes?.records?.after;
  return Array.isArray(after) ? after.filter((id) => typeof id === "string") : [];
}

function readPage(transaction: Transaction, after: number) {
  return transaction
    .select({ event: auditEvents, details: auditDetails })
    .from(auditEvents)
    .leftJoin(
      auditDetails,
      and(
        eq(auditDetails.organizationId, auditEvents.organizationId),
        eq(auditDetails.eventId, auditEvents.id),
      ),
    )
    .where(gt(auditEvents.sequence, after))
    .orderBy(asc(auditEvents.sequence))
    .limit(pageSize);
}

/** What somebody needs to check the signed heads without us. */
export const describeAuditSigning = defineQuery({
  name: "describeAuditSigning",
  input: z.object({}),
  requires: { action: "read", resource: "audit-log" },
  run: async () => ({ publicKey: publicKeyText() }),
});
