import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { buildings, devices, energyContracts, users } from "@/db/schema";
import { now } from "../clock";
import { isExpected, requireDeleted } from "./expected-version";

type DeletableTable = typeof buildings | typeof devices | typeof energyContracts | typeof users;

/**
 * Marks a record as deleted.
 * @param expected the version that this was decided on; without one any will do
 * @returns the moment of the deletion, for what goes with the record
 * @throws VersionConflict when another wrote since, NotFound when another deleted the record
 */
export async function markDeleted(
  transaction: Transaction,
  table: DeletableTable,
  record: { id: string; version: number },
  expected: number | undefined,
): Promise<Date> {
  const deletedAt = now();
  const deleted = await transaction
    .update(table)
    .set({ deletedAt })
    .where(
      and(eq(table.id, record.id), isNull(table.deletedAt), isExpected(table.version, expected)),
    )
    .returning({ id: table.id });
  requireDeleted(deleted, record, expected);
  return deletedAt;
}
