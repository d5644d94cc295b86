import "server-only";
import { and, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema";
import { anyPageSize, listInput } from "@/lib/core/lists/list-input";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { searchMembers } from "@/lib/core/people/search-members";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { auditFilterFields } from "./audit-filter-schema";
import { auditConditions, personConditions } from "./audit-filters";
import { selectEvents } from "./read-events";

export const listAuditEventsInput = z.object({
  ...auditFilterFields,
  size: anyPageSize,
  cursor: listInput.cursor,
  direction: listInput.direction,
});

/** A page of the audit log, newest first unless asked otherwise, with the people that were searched for. */
export const listAuditEvents = defineQuery({
  name: "listAuditEvents",
  input: listAuditEventsInput,
  requires: { action: "read", resource: "audit-log" },
  async run({ input, transaction }) {
    const { isAscending, toPage } = newestFirst(auditEvents, input);
    const conditions = await auditConditions(transaction, input);
    const people = await searchMembers(transaction, input.person);
    const ofPeople = personConditions(
      people?.map(({ id }) => id),
      input,
    );
    const events = new Map<string, Awaited<ReturnType<typeof selectEvents>>[number]>();
    for (const ofPerson of ofPeople) {
      const rows = await eventsStatement(transaction, input, [...conditions, ofPerson]);
      for (const row of rows) events.set(row.id, row);
    }
    const found = [...events.values()].map(({ hash, ...event }) => event);
    if (ofPeople.length > 1) sortByTime(found, isAscending);
    return { ...toPage(found.slice(0, input.size + 1), input.size), people };
  },
});

/** The statement of a page of events that meet all conditions. */
export function eventsStatement(
  transaction: Transaction,
  input: Pick<z.output<typeof listAuditEventsInput>, "cursor" | "direction" | "size">,
  conditions: (SQL | undefined)[],
) {
  const { where, orderBy } = newestFirst(auditEvents, input);
  return selectEvents(transaction)
    .where(and(...conditions, where))
    .orderBy(...orderBy)
    .limit(input.size + 1);
}

function sortByTime(events: { id: string; createdAt: Date }[], isAscending: boolean): void {
  const sign = isAscending ? 1 : -1;
  events.sort(
    (one, other) =>
      sign * (one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1)),
  );
}
