import "server-only";
import { and, desc, eq, inArray, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import {
  auditEvents,
  buildings,
  connectionChanges,
  type connectionStates,
  devices,
  energyContracts,
  mailTexts,
  notes,
  outgoingMails,
} from "@/db/schema";
import { actorId } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { selectEvents } from "@/lib/platform/audit/read-events";
import { findSubject } from "@/lib/platform/mail/render-mail";
import { findEndUser } from "./find-end-user";

export const timelineKinds = ["note", "mail", "connection", "event"] as const;

export const readTimelineInput = z.object({
  id: z.uuid(),
  /** Only what was before this moment. */
  before: z.iso.datetime().optional(),
  kind: z.enum(timelineKinds).optional(),
});

export type TimelineEntry = { id: string; at: Date } & (
  | { kind: "note"; body: string; authorName: string; isDeletable: boolean }
  | {
      kind: "mail";
      template: string;
      /** Undefined where it cannot be written again. */
      subject: string | undefined;
      recipient: string;
      state: string;
    }
  | {
      kind: "connection";
      device: { id: string; manufacturer: string; model: string };
      after: (typeof connectionStates)[number];
      reason: string | null;
    }
  | {
      kind: "event";
      action: string;
      actorName: string | null;
      actorKind: string;
      targetType: string;
      targetName: string | null;
      reason: string | null;
      fields: string[];
      /** Old and new values, for those who may read the audit log. */
      changes: Changes | undefined;
      tag: string | undefined;
      /** How many problems a diagnosis found. */
      problems: number | undefined;
    }
);

type Changes = Record<string, { before: unknown; after: unknown }>;

const pageSize = 20;
/** Of each source, so that what happened in the same moment as the last of a page is there too. */
const fetched = 2 * pageSize;

/** Devices, buildings and contracts beyond so many of each do not bring their events into the timeline. */
const maxOwned = 100;

/**
 * What happened with an end-user, the latest first: notes, mails, changes of their devices' connections, and the
 * audit events about them, their devices, buildings and contracts. Each source is asked for a page by its own index, and the pages are merged.
 * @returns a page, and the moment before which the next one begins
 */
export const readTimeline = defineQuery({
  name: "readTimeline",
  input: readTimelineInput,
  requires: () => [
    { action: "read", resource: "end-user" },
    { action: "read", resource: "note" },
  ],
  async run({ actor, input, transaction }) {
    const endUser = await findEndUser(transaction, input.id);
    const wants = (kind: TimelineEntry["kind"]) => !input.kind || input.kind === kind;
    const before = input.before ? new Date(input.before) : undefined;
    const isAny = actor.role !== "staff";
    const own = actorId(actor);
    const entries = [
      ...(wants("note")
        ? await listNotes(transaction, endUser.id, before, (id) => isAny || id === own)
        : []),
      ...(wants("mail") ? await mailEntries(transaction, endUser.id, before) : []),
      ...(wants("connection") ? await connectionEntries(transaction, endUser.id, before) : []),
      ...(wants("event")
        ? await eventEntries(transaction, endUser.id, before, may(actor, "read", "audit-log"))
        : []),
    ].toSorted((one, other) => other.at.getTime() - one.at.getTime());
    const last = entries[pageSize - 1];
    // What happened in the same moment stays on one page, since the next one begins before it.
    const page = entries.filter(({ at }) => !last || at >= last.at);
    const isMore = last !== undefined && entries.length > page.length;
    return { entries: page, next: isMore ? last.at.toISOString() : undefined };
  },
});

const olderThan = (column: AnyPgColumn, before: Date | undefined): SQL | undefined =>
  before && lt(column, before);

async function listNotes(
  transaction: Transaction,
  userId: string,
  before: Date | undefined,
  mayDelete: (authorId: string | null) => boolean,
): Promise<TimelineEntry[]> {
  const rows = await transaction
    .select()
    .from(notes)
    .where(and(eq(notes.userId, userId), olderThan(notes.createdAt, before)))
    .orderBy(desc(notes.createdAt), desc(notes.id))
    .limit(fetched);
  return rows.map(({ id, createdAt, body, authorId, authorName }) => ({
    kind: "note",
    id,
    at: createdAt,
    body,
    authorName,
    isDeletable: mayDelete(authorId),
  }));
}

async function mailEntries(
  transaction: Transaction,
  userId: string,
  before: Date | undefined,
): Promise<TimelineEntry[]> {
  const rows = await transaction
    .select({
      id: outgoingMails.id,
      at: outgoingMails.createdAt,
      template: outgoingMails.template,
      recipient: outgoingMails.recipient,
      state: outgoingMails.state,
      language: outgoingMails.language,
      parameters: outgoingMails.parameters,
      ownText: { subject: mailTexts.subject, body: mailTexts.body, closing: mailTexts.closing },
    })
    .from(outgoingMails)
    .leftJoin(
      mailTexts,
      and(
        eq(mailTexts.organizationId, outgoingMails.organizationId),
        eq(mailTexts.template, outgoingMails.template),
        eq(mailTexts.language, outgoingMails.language),
      ),
    )
    .where(and(eq(outgoingMails.userId, userId), olderThan(outgoingMails.createdAt, before)))
    .orderBy(desc(outgoingMails.createdAt))
    .limit(fetched);
  return Promise.all(
    rows.map(async ({ language, parameters, ownText, ...row }) => {
      const { template } = row;
      const words = { template, language, parameters, ownText: ownText ?? undefined };
      return { kind: "mail" as const, ...row, subject: await findSubject(words) };
    }),
  );
}

async function connectionEntries(
  transaction: Transaction,
  userId: string,
  before: Date | undefined,
): Promise<TimelineEntry[]> {
  const rows = await transaction
    .select({
      id: connectionChanges.id,
      at: connectionChanges.changedAt,
      after: connectionChanges.after,
      reason: connectionChanges.reason,
      device: { id: devices.id, manufacturer: devices.manufacturer, model: devices.model },
    })
    .from(connectionChanges)
    .innerJoin(
      devices,
      and(
        eq(devices.organizationId, connectionChanges.organizationId),
        eq(devices.id, connectionChanges.deviceId),
      ),
    )
    .where(
      and(
        eq(connectionChanges.userId, userId),
        olderThan(connectionChanges.changedAt, before),
        // That a device was added says the event about it.
        isNotNull(connectionChanges.before),
      ),
    )
    .orderBy(desc(connectionChanges.changedAt), desc(connectionChanges.id))
    .limit(fetched);
  return rows.map((row) => ({ kind: "connection", ...row }));
}

async function eventEntries(
  transaction: Transaction,
  userId: string,
  before: Date | undefined,
  showsValues: boolean,
): Promise<TimelineEntry[]> {
  const owned: { id: string }[] = [];
  for (const table of [devices, buildings, energyContracts]) {
    owned.push(
      ...(await transaction
        .select({ id: table.id })
        .from(table)
        .where(eq(table.userId, userId))
        .limit(maxOwned)),
    );
  }
  const rows = await selectEvents(transaction)
    .where(
      and(
        inArray(auditEvents.targetId, [userId, ...owned.map(({ id }) => id)]),
        // Notes stand in the timeline themselves.
        sql`${auditEvents.action} not like 'note.%'`,
        olderThan(auditEvents.createdAt, before),
      ),
    )
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(fetched);
  return rows.map(({ id, createdAt, changes, ...row }) => ({
    kind: "event",
    id,
    at: createdAt,
    action: row.action,
    actorName: row.actorName,
    actorKind: row.actorKind,
    targetType: row.targetType,
    targetName: row.targetName,
    reason: row.reason,
    ...detailsOf(row.action, changes ?? {}, showsValues),
  }));
}

/** What an event changed. A tag and the number of problems are part of its sentence instead. */
function detailsOf(action: string, changes: Changes, showsValues: boolean) {
  const { tag, problems, ...others } = changes;
  const isDiagnosis = action === "diagnosis.run";
  const given = tag?.after ?? tag?.before;
  const shown = isDiagnosis ? others : { ...others, ...(problems && { problems }) };
  return {
    fields: Object.keys(shown),
    changes: showsValues ? shown : undefined,
    tag: typeof given === "string" ? given : undefined,
    problems: isDiagnosis && typeof problems?.after === "number" ? problems.after : undefined,
  };
}
