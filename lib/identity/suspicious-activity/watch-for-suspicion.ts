import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { securityFindings } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { activeAdmins } from "@/lib/core/people/active-admins";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { findSpraying } from "./find-spraying";
import { findBursts, findNewDevices, findSimultaneousUse, type Signal } from "./signals";

/** How many pieces of evidence a finding keeps, the latest ones. */
const maxEvidence = 50;

/**
 * Looks for suspicious activity within the last minutes. What is new becomes a finding and is mailed to
 * the admins, once; what belongs to an open finding is added to it. Evidence that an admin has
 * acknowledged already does not count again.
 */
export const watchForSuspicion = defineCommand({
  name: "watchForSuspicion",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, transaction }) {
    const signals = [
      ...(await findBursts(transaction)),
      ...(await findSpraying(transaction, actor.organizationId)),
      ...(await findNewDevices(transaction)),
      ...(await findSimultaneousUse(transaction)),
    ];
    const audit: AuditEntry[] = [];
    for (const signal of signals) {
      const found = await take(transaction, actor.organizationId, signal);
      if (found) audit.push(found);
    }
    return { result: { found: audit.length }, audit };
  },
});

/** @returns the audit event of a new finding; undefined when the signal was known */
async function take(
  transaction: Transaction,
  organizationId: string,
  signal: Signal,
): Promise<AuditEntry | undefined> {
  const [latest] = await transaction
    .select()
    .from(securityFindings)
    .where(
      and(eq(securityFindings.kind, signal.kind), eq(securityFindings.subjectId, signal.subjectId)),
    )
    .orderBy(desc(securityFindings.lastAt))
    .limit(1);
  const fresh = signal.evidence.filter(({ at }) => !latest || new Date(at) > latest.lastAt);
  const last = fresh.at(-1);
  if (!last) return undefined;
  const lastAt = new Date(last.at);
  if (latest && !latest.acknowledgedAt) {
    await transaction
      .update(securityFindings)
      .set({
        occurrences: latest.occurrences + fresh.length,
        evidence: [...latest.evidence, ...fresh].slice(-maxEvidence),
        lastAt,
      })
      .where(eq(securityFindings.id, latest.id));
    return undefined;
  }
  const { least, ...found } = signal;
  if (fresh.length < least) return undefined;
  return open(transaction, organizationId, { ...found, evidence: fresh }, lastAt);
}

async function open(
  transaction: Transaction,
  organizationId: string,
  signal: Omit<Signal, "least">,
  lastAt: Date,
): Promise<AuditEntry> {
  const occurrences = signal.evidence.length;
  const [finding] = await transaction
    .insert(securityFindings)
    .values({
      organizationId,
      ...signal,
      occurrences,
      evidence: signal.evidence.slice(-maxEvidence),
      lastAt,
      createdAt: now(),
    })
    .returning({ id: securityFindings.id });
  const { kind, subjectName } = signal;
  for (const admin of await activeAdmins(transaction)) {
    await notifyUser(transaction, admin, {
      template: "security-finding",
      parameters: { kind, subjectName, occurrences },
    });
  }
  return {
    action: "security.found",
    target: { type: "security-finding", id: finding?.id, name: subjectName },
    changes: { kind: { before: null, after: kind } },
  };
}
