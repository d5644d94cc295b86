import "server-only";
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings, devices, energyContracts, importChanges, users } from "@/db/schema";
import type { Import } from "./find-import";
import { nameRecord } from "./take-back-records";

const MAX_NAMED = 100;

const placeOf: Record<Import["kind"], (id: string) => string> = {
  "end-user": (id) => `/users/${id}`,
  building: (id) => `/buildings/${id}`,
  "energy-contract": (id) => `/energy-contracts/${id}/edit`,
  device: (id) => `/devices/${id}`,
};

const tables = {
  "end-user": users,
  building: buildings,
  "energy-contract": energyContracts,
  device: devices,
} as const;

/** The records that stayed as they are when an import was undone, each with the reason and where it is shown. */
export async function listKeptRecords(transaction: Transaction, { id, kind }: Import) {
  const kept = await transaction
    .select({ id: importChanges.recordId, reason: importChanges.kept })
    .from(importChanges)
    .where(and(eq(importChanges.importId, id), isNotNull(importChanges.kept)))
    .orderBy(asc(importChanges.recordId))
    .limit(MAX_NAMED);
  if (kept.length === 0) return [];
  const table = tables[kind];
  const ids = kept.map((record) => record.id);
  const rows: ({ id: string } & Record<string, unknown>)[] = await transaction
    .select()
    .from(table)
    .where(inArray(table.id, ids));
  const names = new Map(rows.map((row) => [row.id, nameRecord(kind, row) ?? "–"]));
  return kept.map((record) => ({
    ...record,
    name: names.get(record.id) ?? "–",
    href: placeOf[kind](record.id),
  }));
}
