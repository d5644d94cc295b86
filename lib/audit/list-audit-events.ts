import "server-only";
import { and } from "drizzle-orm";
import { auditEvents } from "@/db/schema";
import { defineQuery } from "../access/use-case";
import { keyset } from "../lists/keyset";
import { listInput } from "../lists/list-input";
import { z } from "../validation/problems";
import { auditFilterFields } from "./audit-filter-schema";
import { auditConditions } from "./audit-filters";
import { selectEvents } from "./read-events";

export const listAuditEventsInput = z.object({
  ...auditFilterFields,
  size: listInput.size,
  cursor: listInput.cursor,
  direction: listInput.direction,
});

/** A page of the audit log, newest first unless asked otherwise. */
export const listAuditEvents = defineQuery({
  name: "listAuditEvents",
  input: listAuditEventsInput,
  requires: { action: "read", resource: "audit-log" },
  async run({ input, transaction }) {
    const direction = input.direction ?? "desc";
    const { where, orderBy, toPage } = keyset(
      { expression: auditEvents.createdAt, type: "timestamptz", direction },
      auditEvents.id,
      input.cursor,
    );
    const found = await selectEvents(transaction)
      .where(and(...auditConditions(input), where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(
      found.map(({ hash, ...event }) => ({
        ...event,
        sortValue: event.createdAt.toISOString(),
      })),
      input.size,
    );
    return { ...page, rows: page.rows.map(({ sortValue, ...event }) => event) };
  },
});
