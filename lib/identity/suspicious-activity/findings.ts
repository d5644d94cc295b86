import "server-only";
import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { securityFindings, users } from "@/db/schema";
import { actorId, actorName } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { Conflict, NotFound } from "@/lib/core/errors";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { matchingWords } from "@/lib/core/lists/matching-words";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { acknowledgeFindingInput, findingReference, listFindingsInput } from "./security-schema";

/** A page of what the watch has found, the newest first. */
export const listFindings = defineQuery({
  name: "listFindings",
  input: listFindingsInput,
  requires: { action: "read", resource: "security" },
  async run({ input, transaction }) {
    const { where, orderBy, toPage } = newestFirst(securityFindings, input);
    const conditions: (SQL | undefined)[] = [
      input.kind ? eq(securityFindings.kind, input.kind) : undefined,
      input.state === "open" ? isNull(securityFindings.acknowledgedAt) : undefined,
      input.state === "acknowledged" ? isNotNull(securityFindings.acknowledgedAt) : undefined,
      ...matchingWords(sql`normalize_for_search(${securityFindings.subjectName})`, input.search),
    ];
    const found = await transaction
      .select({
        id: securityFindings.id,
        kind: securityFindings.kind,
        subjectName: securityFindings.subjectName,
        occurrences: securityFindings.occurrences,
        createdAt: securityFindings.createdAt,
        lastAt: securityFindings.lastAt,
        acknowledgedAt: securityFindings.acknowledgedAt,
      })
      .from(securityFindings)
      .where(and(...conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    return {
      ...toPage(found, input.size),
      total: await countUpToLimit(transaction, securityFindings, and(...conditions)),
    };
  },
});

/** One finding with its evidence, the latest first. */
export const getFinding = defineQuery({
  name: "getFinding",
  input: findingReference,
  requires: { action: "read", resource: "security" },
  async run({ input, transaction }) {
    const [finding] = await transaction
      .select()
      .from(securityFindings)
      .where(eq(securityFindings.id, input.id));
    if (!finding) throw new NotFound();
    const [person] = await transaction
      .select({ role: users.role })
      .from(users)
      .where(and(eq(users.id, finding.subjectId), isNull(users.deletedAt)));
    return {
      ...finding,
      evidence: finding.evidence.toReversed(),
      /** The role of the person it is about; undefined for an API client and for people who have left. */
      subjectRole: person?.role,
    };
  },
});

/**
 * Says that somebody has looked at a finding, and what came of it.
 * @throws Conflict `findingAcknowledged` when another was quicker
 */
export const acknowledgeFinding = defineCommand({
  name: "acknowledgeFinding",
  input: acknowledgeFindingInput,
  requires: { action: "update", resource: "security" },
  async run({ actor, input, transaction }) {
    const [finding] = await transaction
      .select({ id: securityFindings.id, subjectName: securityFindings.subjectName })
      .from(securityFindings)
      .where(eq(securityFindings.id, input.id));
    if (!finding) throw new NotFound();
    const acknowledged = await transaction
      .update(securityFindings)
      .set({
        acknowledgedAt: now(),
        acknowledgedBy: actorId(actor),
        acknowledgedByName: actorName(actor),
        note: input.note,
      })
      .where(and(eq(securityFindings.id, input.id), isNull(securityFindings.acknowledgedAt)))
      .returning({ id: securityFindings.id });
    if (acknowledged.length === 0) throw new Conflict("findingAcknowledged");
    return {
      result: { id: finding.id },
      audit: [
        {
          action: "security.acknowledged",
          target: { type: "security-finding", id: finding.id, name: finding.subjectName },
          ...(input.note && { reason: input.note }),
        },
      ],
    };
  },
});
