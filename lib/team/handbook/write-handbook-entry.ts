import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { handbookEntries, handbookRevisions } from "@/db/schema";
import { starterEntries } from "@/db/seed/handbook-entries";
import { type Actor, actorId, actorName } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { Invalid, VersionConflict } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { withoutUndefined } from "@/lib/core/records/object-fields";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { findHandbookEntry } from "./find-handbook-entry";
import {
  createHandbookEntryInput,
  deleteHandbookEntryInput,
  updateHandbookEntryInput,
} from "./handbook-schema";

type Fields = z.output<typeof createHandbookEntryInput>;

export const createHandbookEntry = defineCommand({
  name: "createHandbookEntry",
  input: createHandbookEntryInput,
  requires: { action: "create", resource: "handbook" },
  async run({ actor, input, transaction }) {
    const { id, audit } = await insertEntry(transaction, actor, input);
    return { result: { id }, audit: [audit] };
  },
});

/**
 * Fills an empty handbook with entries about Wattdesk itself, to be changed at will. One that has
 * entries stays as it is.
 */
export const addStarterEntries = defineCommand({
  name: "addStarterEntries",
  input: z.object({}),
  locksOrganization: true,
  requires: { action: "create", resource: "handbook" },
  async run({ actor, transaction }) {
    const [existing] = await transaction
      .select({ id: handbookEntries.id })
      .from(handbookEntries)
      .limit(1);
    const organization = await getOrganization(transaction);
    if (existing || !organization) return { result: undefined, audit: [] };
    const audit: AuditEntry[] = [];
    for (const entry of starterEntries[organization.defaultLanguage]) {
      audit.push((await insertEntry(transaction, actor, entry)).audit);
    }
    return { result: undefined, audit };
  },
});

async function insertEntry(transaction: Transaction, actor: Actor, fields: Fields) {
  const { organizationId } = actor;
  const [entry] = await transaction
    .insert(handbookEntries)
    .values({ ...fields, organizationId, updatedBy: actorId(actor) })
    .returning();
  if (!entry) throw new Error("The insert returned no row.");
  await saveRevision(transaction, actor, entry);
  const audit: AuditEntry = {
    action: "handbook.created",
    target: { type: "handbook-entry", id: entry.id, name: entry.title },
  };
  return { id: entry.id, audit };
}

/**
 * Changes an entry. Another title or text makes a new revision; whether earlier readers have to read
 * again is the writer's to say.
 * @throws VersionConflict when another wrote since the given version was read
 */
export const updateHandbookEntry = defineCommand({
  name: "updateHandbookEntry",
  input: updateHandbookEntryInput,
  requires: { action: "update", resource: "handbook" },
  async run({ actor, input, transaction }) {
    const { id, version, asksAgain, ...fields } = input;
    const before = await findHandbookEntry(transaction, actor, id);
    const { title, body: text } = { ...before, ...withoutUndefined(fields) };
    const isNewText = before.title !== title || before.body !== text;
    const revision = isNewText ? before.revision + 1 : before.revision;
    const [after] = await transaction
      .update(handbookEntries)
      .set({
        ...fields,
        revision,
        readSince: isNewText && asksAgain ? revision : before.readSince,
        updatedBy: actorId(actor),
        version: sql`${handbookEntries.version} + 1`,
      })
      .where(and(eq(handbookEntries.id, id), eq(handbookEntries.version, version)))
      .returning();
    if (!after) {
      throw new VersionConflict(await findHandbookEntry(transaction, actor, id), fields);
    }
    if (isNewText) await saveRevision(transaction, actor, after);
    const { body, ...shown } = changesBetween(before, fields);
    return {
      result: { id },
      audit: [
        {
          action: "handbook.updated",
          target: { type: "handbook-entry", id, name: after.title },
          changes: {
            ...shown,
            ...(isNewText && { revision: { before: before.revision, after: revision } }),
          },
        },
      ],
    };
  },
});

/** @throws Invalid when the typed confirmation is not the entry's title */
export const deleteHandbookEntry = defineCommand({
  name: "deleteHandbookEntry",
  input: deleteHandbookEntryInput,
  requires: { action: "delete", resource: "handbook" },
  async run({ actor, input, transaction }) {
    const entry = await findHandbookEntry(transaction, actor, input.id);
    if (input.confirmation.toLowerCase() !== entry.title.toLowerCase()) {
      throw new Invalid({ confirmation: "confirmation" });
    }
    await transaction
      .update(handbookEntries)
      .set({ deletedAt: now() })
      .where(eq(handbookEntries.id, entry.id));
    return {
      result: undefined,
      audit: [
        {
          action: "handbook.deleted",
          target: { type: "handbook-entry", id: entry.id, name: entry.title },
        },
      ],
    };
  },
});

async function saveRevision(
  transaction: Transaction,
  actor: Actor,
  entry: typeof handbookEntries.$inferSelect,
): Promise<void> {
  await transaction.insert(handbookRevisions).values({
    organizationId: entry.organizationId,
    entryId: entry.id,
    revision: entry.revision,
    title: entry.title,
    body: entry.body,
    authorId: actorId(actor),
    authorName: actorName(actor),
  });
}
