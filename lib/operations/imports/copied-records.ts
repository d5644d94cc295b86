import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertMany } from "@/db/insert-many";
import { copiedRecords, importRows, users } from "@/db/schema";
import type { Import } from "./find-import";
import type { ImportableRow, WrittenRecord } from "./imported-rows";
import { isGood, isLiving, joinedBySize } from "./shared-addresses";

/** The records that earlier copies of the rows' records have made, by line. */
export type Copies = Map<number, string>;

/**
 * Puts the ids that records have here in the places of those that they have where rows were read from: of the
 * end-user whom a row is about or belongs to, and of the building that it names.
 */
export async function resolveSourceIds(transaction: Transaction, found: Import): Promise<void> {
  const { source, kind } = found;
  if (source === null) return;
  const isCopyOf = (copied: Import["kind"], id: ReturnType<typeof sql>) => sql`
    ${copiedRecords.organizationId} = ${found.organizationId} and ${copiedRecords.source} = ${source}
      and ${copiedRecords.kind} = ${copied} and ${copiedRecords.sourceId} = ${id}`;
  const person = kind === "end-user" ? sql`r.source_id` : sql`r.number`;
  await joinedBySize(transaction, found, () =>
    transaction.execute(sql`
      update ${importRows} r set owner_id = ${users.id} from ${copiedRecords}, ${users}
      where ${isGood(found)} and ${isCopyOf("end-user", person)}
        and ${isLiving(found)} and ${users.id} = ${copiedRecords.recordId}`),
  );
  if (kind !== "energy-contract" && kind !== "device") return;
  await joinedBySize(transaction, found, () =>
    transaction.execute(sql`
      update ${importRows} r
      set fields = jsonb_set(r.fields, '{building}', to_jsonb(${copiedRecords.recordId}::text))
      from ${copiedRecords}
      where ${isGood(found)} and ${isCopyOf("building", sql`r.fields ->> 'building'`)}`),
  );
}

export async function findCopies(
  transaction: Transaction,
  { source, kind }: Pick<Import, "source" | "kind">,
  rows: ImportableRow[],
): Promise<Copies> {
  if (source === null) return new Map();
  const copies = await transaction
    .select({ sourceId: copiedRecords.sourceId, recordId: copiedRecords.recordId })
    .from(copiedRecords)
    .where(
      and(
        eq(copiedRecords.source, source),
        eq(copiedRecords.kind, kind),
        inArray(
          copiedRecords.sourceId,
          rows.flatMap(({ sourceId }) => sourceId ?? []),
        ),
      ),
    );
  const bySourceId = new Map(copies.map(({ sourceId, recordId }) => [sourceId, recordId]));
  return new Map(
    rows.flatMap(({ line, sourceId }) => {
      const recordId = bySourceId.get(sourceId ?? "");
      return recordId === undefined ? [] : [[line, recordId] as const];
    }),
  );
}

/** Remembers which records were made or changed for which records of the source. */
export async function rememberCopies(
  transaction: Transaction,
  { organizationId, source, kind }: Import,
  rows: ImportableRow[],
  records: WrittenRecord[],
): Promise<void> {
  if (source === null) return;
  const byLine = new Map(records.map((record) => [record.line, record]));
  const copies = rows.flatMap(({ line, sourceId }) => {
    const record = byLine.get(line);
    if (!record || !sourceId) return [];
    const { recordId, userId } = record;
    return [{ organizationId, source, kind, sourceId, recordId, userId }];
  });
  if (copies.length === 0) return;
  await transaction.execute(sql`${insertMany(copiedRecords, copies)}
    on conflict (organization_id, source, kind, source_id)
    do update set record_id = excluded.record_id, user_id = excluded.user_id`);
}
