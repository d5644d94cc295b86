import "server-only";
import { and } from "drizzle-orm";
import { auditEvents } from "@/db/schema";
import { anyPageSize, listInput } from "@/lib/core/lists/list-input";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { auditFilterFields } from "./audit-filter-schema";
import { auditConditions } from "./audit-filters";
import { selectEvents } from "./read-events";

export const listAuditEventsInput = z.object({
  ...auditFilterFields,
  size: anyPageSize,
  cursor: listInput.cursor,
  direction: listInput.direction,
});

/** A page of the audit log, newest first unless asked otherwise. */
export const listAuditEvents = defineQuery({
  name: "listAuditEvents",
  input: listAuditEventsInput,
  requires: { action: "read", resource: "audit-log" },
  async run({ input, transaction }) {
    const { where, orderBy, toPage } = newestFirst(auditEvents, input);
    const conditions = await auditConditions(transaction, input);
    const found = await selectEvents(transaction)
      .where(and(...conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    return toPage(
      found.map(({ hash, ...event }) => event),
      input.size,
    );
  },
});
