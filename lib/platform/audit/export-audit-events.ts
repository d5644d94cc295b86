import "server-only";
import { and, asc, gt, lte, or } from "drizzle-orm";
import { auditEvents, auditHeads } from "@/db/schema";
import { ownTarget } from "@/lib/core/audit/own-target";
import { searchMembers } from "@/lib/core/people/search-members";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { auditFilterFields } from "./audit-filter-schema";
import { auditConditions, personConditions } from "./audit-filters";
import { selectEvents } from "./read-events";

export const exportFormats = ["csv", "jsonl"] as const;

export const exportAuditEventsInput = z.object({
  ...auditFilterFields,
  format: z.enum(exportFormats).default("csv"),
});

const pageSize = 1000;

/**
 * Writes down that somebody takes events out, with which filters.
 * @returns the number of the last event before this act, at which the export ends
 */
export const beginAuditExport = defineCommand({
  name: "beginAuditExport",
  input: exportAuditEventsInput,
  requiresStepUp: true,
  requires: { action: "read", resource: "audit-log" },
  async run({ actor, input, transaction }) {
    const [head] = await transaction.select({ sequence: auditHeads.sequence }).from(auditHeads);
    const filters = Object.fromEntries(
      Object.entries(input)
        .filter(([, value]) => value !== undefined && value !== "")
        .map(([name, value]) => [
          name,
          { before: null, after: Array.isArray(value) ? value.join(", ") : value },
        ]),
    );
    return {
      result: { lastSequence: head?.sequence ?? 0 },
      audit: [
        {
          action: "audit-log.exported",
          target: ownTarget(actor),
          changes: filters,
        },
      ],
    };
  },
});

/**
 * The next thousand events of an export, oldest first, after the given sequence number. Asked for page
 * by page, so that an actor who loses the right gets no further.
 */
export const readAuditExportPage = defineQuery({
  name: "readAuditExportPage",
  input: z.object({
    ...auditFilterFields,
    afterSequence: z.number().int().min(0).default(0),
    lastSequence: z.number().int().min(0).optional(),
  }),
  requires: { action: "read", resource: "audit-log" },
  async run({ input, transaction }) {
    const conditions = await auditConditions(transaction, input);
    const people = await searchMembers(transaction, input.person);
    const ofPeople = personConditions(
      people?.map(({ id }) => id),
      input,
    );
    if (ofPeople.length === 0) return [];
    const rows = await selectEvents(transaction)
      .where(
        and(
          ...conditions,
          or(...ofPeople),
          gt(auditEvents.sequence, input.afterSequence),
          input.lastSequence === undefined
            ? undefined
            : lte(auditEvents.sequence, input.lastSequence),
        ),
      )
      .orderBy(asc(auditEvents.sequence))
      .limit(pageSize);
    return rows.map(({ hash, ...event }) => ({
      ...event,
      createdAt: event.createdAt.toISOString(),
      hash: hash.toString("hex"),
    }));
  },
});
