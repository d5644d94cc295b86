import "server-only";
import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { auditEvents } from "@/db/schema";
import { defineQuery } from "../access/use-case";
import { keyset } from "../lists/keyset";
import { listInput } from "../lists/list-input";
import { z } from "../validation/problems";
import { auditActions } from "./actions";

export const listAuditEventsInput = z.object({
  size: listInput.size,
  cursor: listInput.cursor,
  direction: listInput.direction,
  action: z.enum(auditActions).optional(),
  actorId: z.uuid().optional(),
  targetId: z.uuid().optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
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
    const conditions: (SQL | undefined)[] = [
      input.action ? eq(auditEvents.action, input.action) : undefined,
      input.actorId ? eq(auditEvents.actorId, input.actorId) : undefined,
      input.targetId ? eq(auditEvents.targetId, input.targetId) : undefined,
      input.from ? gte(auditEvents.createdAt, sql`${input.from}::date`) : undefined,
      input.until
        ? lt(auditEvents.createdAt, sql`${input.until}::date + interval '1 day'`)
        : undefined,
    ];
    const found = await transaction
      .select()
      .from(auditEvents)
      .where(and(...conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(
      found.map(({ organizationId, ...event }) => ({
        ...event,
        sortValue: event.createdAt.toISOString(),
      })),
      input.size,
    );
    return { ...page, rows: page.rows.map(({ sortValue, ...event }) => event) };
  },
});
