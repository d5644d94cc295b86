import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { importRows, imports, users } from "@/db/schema";
import { type Actor, actorName } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { ownAccount, personOf } from "@/lib/identity/account/get-own-account";
import { personOfJob } from "../jobs/person-of-job";
import { copiedFields } from "./copied-fields";
import { copiedKinds, copiedRowsInput, copySource } from "./copy-schema";
import { enqueueImport, type Import, importEvent } from "./find-import";

/** The right to make and change everything that a copy brings, as a person of the team. */
const rightToCopy = (context: { actor: Actor }) => [
  { action: "read" as const, resource: "staff" as const },
  ...copiedKinds.flatMap((resource) => [
    { action: "create" as const, resource },
    { action: "update" as const, resource },
  ]),
  ...ownAccount("update")(context),
];

/** The member of the team with an address, in whose name records are copied; undefined when there is none. */
export const findCopyingMember = defineQuery({
  name: "findCopyingMember",
  input: z.object({ email: z.string().max(254) }),
  requires: { action: "read", resource: "maintenance" },
  async run({ actor, input, transaction }) {
    const [person] = await transaction
      .select({ id: users.id })
      .from(users)
      .where(
        and(
          eq(users.emailNormalized, input.email.trim().toLowerCase()),
          inArray(users.role, ["admin", "staff"]),
        ),
      );
    return person && personOfJob(transaction, actor, person.id, uuidv7());
  },
});

/**
 * Begins to copy the records of another installation: an import of each kind, which follow one another. One that is
 * being read from the same source already goes on.
 * @returns whether it is a new one
 */
export const startCopy = defineCommand({
  name: "startCopy",
  input: copySource,
  requires: rightToCopy,
  async run({ actor, input, transaction }) {
    const existing = await lockCopy(transaction, input.source);
    if (existing.size === copiedKinds.length) return { result: { isNew: false }, audit: [] };
    // Of a copy of which somebody has cancelled a part, the rest is worth nothing.
    await transaction
      .update(imports)
      .set({ state: "cancelled", finishedAt: now() })
      .where(isBeingRead(input.source));
    const { organizationId } = actor;
    let follows: string | null = null;
    const created: Import[] = [];
    for (const kind of copiedKinds) {
      const fields = copiedFields[kind];
      const [one]: Import[] = await transaction
        .insert(imports)
        .values({
          organizationId,
          id: uuidv7(),
          kind,
          state: "reading",
          fileName: input.name,
          source: input.source,
          follows,
          headings: [...fields],
          mapping: Object.fromEntries(fields.map((field, column) => [field, column])),
          existing: "update",
          rowCount: 0,
          startedBy: personOf(actor).userId,
          startedByName: actorName(actor),
          createdAt: now(),
        })
        .returning();
      if (!one) throw new Error("The insert returned no row.");
      created.push(one);
      follows = one.id;
    }
    return {
      result: { isNew: true },
      audit: created.map((one) => importEvent("import.created", one, { records: 0 })),
    };
  },
});

/** Which end-users of the source have their rows already, of some. */
export const listCopiedEndUsers = defineQuery({
  name: "listCopiedEndUsers",
  input: copySource
    .pick({ source: true })
    .extend({ sourceIds: z.array(z.string().max(255)).max(20_000) }),
  requires: rightToCopy,
  async run({ input, transaction }): Promise<string[]> {
    const rows = await transaction
      .select({ sourceId: importRows.sourceId })
      .from(importRows)
      .innerJoin(
        imports,
        and(
          eq(imports.organizationId, importRows.organizationId),
          eq(imports.id, importRows.importId),
        ),
      )
      .where(
        and(
          eq(imports.source, input.source),
          eq(imports.state, "reading"),
          eq(imports.kind, "end-user"),
          inArray(importRows.sourceId, input.sourceIds),
        ),
      );
    return rows.flatMap(({ sourceId }) => sourceId ?? []);
  },
});

/**
 * Adds rows to the imports of a copy. A row that is there already stays as it is.
 * @throws Conflict `importOver` when the copy was finished or cancelled
 */
export const addCopiedRows = defineCommand({
  name: "addCopiedRows",
  input: copiedRowsInput,
  requires: rightToCopy,
  async run({ input, transaction }) {
    const copy = await lockCopy(transaction, input.source);
    for (const kind of copiedKinds) {
      const found = copy.get(kind);
      if (!found) throw new Conflict("importOver");
      const fields = copiedFields[kind];
      const rows = input.rows[kind].map(({ sourceId, cells }, index) => ({
        line: found.rowCount + index + 1,
        source_id: sourceId,
        cells: fields.map((field) => cells[field] ?? ""),
      }));
      if (rows.length === 0) continue;
      await transaction.execute(sql`
        insert into ${importRows} (organization_id, import_id, line, source_id, cells)
        select ${found.organizationId}, ${found.id}, line, source_id, cells
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          part (line integer, source_id text, cells jsonb)
        on conflict (organization_id, import_id, source_id) where source_id is not null do nothing`);
      await transaction
        .update(imports)
        .set({ rowCount: found.rowCount + rows.length })
        .where(eq(imports.id, found.id));
    }
    return { result: undefined, audit: [] };
  },
});

/**
 * Ends the reading of a copy: the first import is checked, the others wait for the one before them. Those without
 * rows are deleted.
 * @returns the imports with their numbers of rows
 */
export const finishCopy = defineCommand({
  name: "finishCopy",
  input: copySource.pick({ source: true }),
  requires: rightToCopy,
  async run({ input, transaction }) {
    const copy = await lockCopy(transaction, input.source);
    const result: { id: string; kind: Import["kind"]; rowCount: number }[] = [];
    let before: Import | undefined;
    for (const kind of copiedKinds) {
      const found = copy.get(kind);
      if (!found) throw new Conflict("importOver");
      // Rows that came twice have left numbers out.
      const rowCount = await transaction.$count(importRows, eq(importRows.importId, found.id));
      if (rowCount === 0) {
        await transaction.delete(imports).where(eq(imports.id, found.id));
        continue;
      }
      await transaction
        .update(imports)
        .set({
          rowCount,
          follows: before?.id ?? null,
          state: before ? "waiting" : "checking",
          workedAt: now(),
        })
        .where(eq(imports.id, found.id));
      if (!before) await enqueueImport(transaction, found);
      before = found;
      result.push({ id: found.id, kind, rowCount });
    }
    return { result, audit: [] };
  },
});

const isBeingRead = (source: string) =>
  and(eq(imports.source, source), eq(imports.state, "reading"));

/** The imports of a copy that is being read, by kind, held until the transaction ends. */
async function lockCopy(
  transaction: Transaction,
  source: string,
): Promise<Map<Import["kind"], Import>> {
  const found = await transaction
    .select()
    .from(imports)
    .where(isBeingRead(source))
    .orderBy(asc(imports.id))
    .for("no key update");
  return new Map(found.map((each) => [each.kind, each]));
}
