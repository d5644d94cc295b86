import "server-only";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings, devices, energyContracts, type importChanges, users } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { Duplicate, violatedConstraint } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { requireNewBuilding } from "@/lib/customers/buildings/find-same-building";
import { requireFreePeriod } from "@/lib/customers/energy-contracts/contract-overlap";
import type { Import } from "./find-import";

type Change = typeof importChanges.$inferSelect;
type Kind = Import["kind"];
type Stored = Record<string, unknown> & { id: string; version: number; deletedAt: Date | null };

/** Why a record stays as it is: changed or used since, or somebody else has its former values by now. */
export const keptReasons = ["changed", "used", "taken"] as const;
type KeptReason = (typeof keptReasons)[number];

const tableOf = {
  "end-user": users,
  building: buildings,
  "energy-contract": energyContracts,
  device: devices,
} as const;

const isOfRecord = (table: string, column: string, record: SQL) =>
  sql`exists (select from ${sql.identifier(table)} x
    where x.organization_id = ${record}.organization_id and x.${sql.identifier(column)} = ${record}.id)`;
const isOfLivingRecord = (table: string, column: string, record: SQL) =>
  sql`exists (select from ${sql.identifier(table)} x
    where x.organization_id = ${record}.organization_id and x.${sql.identifier(column)} = ${record}.id
      and x.deleted_at is null)`;

/** Whether something depends on a record by now. */
const isUsed: Record<Kind, SQL> = {
  "end-user": sql.join(
    [
      sql`users.last_seen_at is not null`,
      ...["buildings", "energy_contracts", "devices"].map((table) =>
        isOfLivingRecord(table, "user_id", sql`users`),
      ),
      ...["notes", "cases", "connect_links", "end_user_tags"].map((table) =>
        isOfRecord(table, "user_id", sql`users`),
      ),
    ],
    sql` or `,
  ),
  building: sql.join(
    ["energy_contracts", "devices"].map((table) =>
      isOfLivingRecord(table, "building_id", sql`buildings`),
    ),
    sql` or `,
  ),
  "energy-contract": sql`false`,
  device: sql`devices.is_authenticated or devices.manufacturer_account_id is not null
    or devices.current_state_last_updated_at is not null`,
};

/**
 * Deletes what an import has created and gives back their former values to what it has changed, of some records.
 * @returns the records that stay, each with the reason, and what the audit log says of the others
 */
export async function takeBackRecords(
  transaction: Transaction,
  found: Import,
  changes: Change[],
): Promise<{ kept: Map<string, KeptReason>; audit: AuditEntry[] }> {
  const table = tableOf[found.kind];
  const ids = changes.map(({ recordId }) => recordId);
  const rows: Stored[] = await transaction
    .select()
    .from(table)
    .where(inArray(table.id, ids))
    .orderBy(asc(table.id))
    .for("no key update");
  const stored = new Map(rows.map((row) => [row.id, row]));
  const used = await transaction
    .select({ id: table.id })
    .from(table)
    .where(and(inArray(table.id, ids), sql`(${isUsed[found.kind]})`));
  const usedIds = new Set(used.map(({ id }) => id));
  const kept = new Map<string, KeptReason>();
  const audit: AuditEntry[] = [];
  const created: Stored[] = [];
  for (const { recordId, version, before } of changes) {
    const record = stored.get(recordId);
    if (!record || record.deletedAt !== null) continue;
    if (record.version !== version) kept.set(recordId, "changed");
    else if (before === null && usedIds.has(recordId)) kept.set(recordId, "used");
    else if (before === null) created.push(record);
    else if (await restore(transaction, found, record, before)) {
      audit.push(eventOf(found, record, changesBetween(record, before)));
    } else kept.set(recordId, "taken");
  }
  if (created.length > 0) {
    await transaction
      .update(table)
      .set({ deletedAt: now() })
      .where(
        inArray(
          table.id,
          created.map(({ id }) => id),
        ),
      );
  }
  return { kept, audit: [...audit, ...created.map((record) => eventOf(found, record))] };
}

function eventOf(
  { kind, id }: Import,
  record: Stored,
  changes?: AuditEntry["changes"],
): AuditEntry {
  return {
    action: changes ? `${kind}.updated` : `${kind}.deleted`,
    target: { type: kind, id: record.id, name: nameRecord(kind, record) },
    changes: { ...changes, importUndone: { before: null, after: id } },
  };
}

/** A record as a list names it. */
export function nameRecord(kind: Kind, record: Record<string, unknown>): string | undefined {
  switch (kind) {
    case "end-user":
      return personName(record as unknown as Parameters<typeof personName>[0]);
    case "building":
      return String(record.name);
    case "energy-contract":
      return record.supplier ? String(record.supplier) : undefined;
    case "device":
      return `${record.manufacturer} ${record.model}`;
  }
}

/** @returns whether the record could have its former values: another may have them by now */
async function restore(
  transaction: Transaction,
  { kind, organizationId }: Import,
  record: Stored,
  before: Record<string, unknown>,
): Promise<boolean> {
  await transaction.execute(sql`savepoint restored`);
  try {
    const former = { ...record, ...before } as Record<string, unknown>;
    if (kind === "energy-contract") {
      const contract = former as typeof energyContracts.$inferSelect;
      await requireFreePeriod(transaction, organizationId, contract, false);
    }
    if (kind === "building") {
      await requireNewBuilding(transaction, former as typeof buildings.$inferSelect);
    }
    const table = tableOf[kind];
    await transaction
      .update(table)
      .set({ ...before, version: record.version + 1 })
      .where(eq(table.id, record.id));
    await transaction.execute(sql`release savepoint restored`);
    return true;
  } catch (error) {
    if (!(error instanceof Duplicate) && violatedConstraint(error) === undefined) throw error;
    await transaction.execute(sql`rollback to savepoint restored`);
    return false;
  }
}
