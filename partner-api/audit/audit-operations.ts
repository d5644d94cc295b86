import { auditActions } from "@/lib/core/audit/actions";
import { MAX_PAGE_SIZE } from "@/lib/core/lists/list-input";
import { z } from "@/lib/core/validation/problems";
import { auditFilterFields } from "@/lib/platform/audit/audit-filter-schema";
import { listAuditEvents } from "@/lib/platform/audit/list-audit-events";
import { moment, shownText } from "../fields";
import { limitUpTo, pageQuery, sendPage } from "../http/paging";
import { operation } from "../operation";

const eventSchema = z
  .object({
    id: z.uuid(),
    sequence: z.number().int(),
    created_at: moment,
    action: z.string(),
    actor: z.object({ kind: z.string(), id: z.uuid().nullable(), name: shownText }),
    target: z.object({ type: z.string(), id: shownText, name: shownText }),
    changes: z
      .record(z.string(), z.object({ before: z.unknown(), after: z.unknown() }))
      .nullable()
      .meta({ description: "null once the details were erased." }),
    reason: shownText,
    request_id: z.string(),
    client_address: shownText,
  })
  .meta({ id: "AuditEvent" });

type Event = Awaited<ReturnType<typeof listAuditEvents>>["rows"][number];

function toEvent(event: Event): z.input<typeof eventSchema> {
  return {
    id: event.id,
    sequence: event.sequence,
    created_at: event.createdAt.toISOString(),
    action: event.action,
    actor: { kind: event.actorKind, id: event.actorId, name: event.actorName },
    target: { type: event.targetType, id: event.targetId, name: event.targetName },
    changes: event.changes,
    reason: event.reason,
    request_id: event.requestId,
    client_address: event.clientAddress,
  };
}

const listEvents = operation({
  id: "listAuditEvents",
  method: "get",
  path: "/org/{org_id}/audit-events",
  tag: "Audit log",
  summary: "Read the audit log",
  description: "The newest first: who did what to whom, with what it was before and after.",
  needs: [["read", "audit-log"]],
  query: z.object({
    ...pageQuery,
    limit: limitUpTo(MAX_PAGE_SIZE),
    search: auditFilterFields.search,
    action: z.enum(auditActions).optional(),
    actor_id: auditFilterFields.actorId,
    target_id: auditFilterFields.targetId,
    from: auditFilterFields.from,
    until: auditFilterFields.until,
  }),
  answer: z.array(eventSchema),
  isPaged: true,
  refuses: [422],
  async handle(call) {
    const { limit, cursor, search, action, actor_id, target_id, from, until } = call.query;
    const page = await listAuditEvents(call.actor, {
      size: limit,
      cursor,
      search,
      action,
      actorId: actor_id,
      targetId: target_id,
      from,
      until,
    });
    return sendPage(call, page, toEvent);
  },
});

export const auditOperations = [listEvents];
