import "server-only";
import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices, users } from "@/db/schema";
import { nameColumns } from "@/lib/core/people/name-columns";
import { isOwnerOf, ownerColumns, withOwnerName } from "@/lib/core/people/owner";
import { personName } from "@/lib/core/people/person-name";
import type { BulkList } from "./bulk-acts";

export type BulkRecord = {
  id: string;
  /** Undefined for a record that is not stored any more. */
  name: string | undefined;
  /** Whose device it is. */
  owner?: { id: string; name: string };
};

/** Names records of a bulk action, devices with their owners, in the order of their ids given. */
export async function readBulkRecords(
  transaction: Transaction,
  list: BulkList,
  ids: string[],
): Promise<BulkRecord[]> {
  if (ids.length === 0) return [];
  const records =
    list === "device" ? await readDevices(transaction, ids) : await readEndUsers(transaction, ids);
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.map((id) => byId.get(id) ?? { id, name: undefined });
}

async function readDevices(transaction: Transaction, ids: string[]): Promise<BulkRecord[]> {
  const rows = await transaction
    .select({
      id: devices.id,
      manufacturer: devices.manufacturer,
      model: devices.model,
      owner: ownerColumns,
    })
    .from(devices)
    .innerJoin(users, isOwnerOf(devices))
    .where(inArray(devices.id, ids));
  return rows
    .map(withOwnerName)
    .map(({ id, manufacturer, model, owner }) => ({ id, name: `${manufacturer} ${model}`, owner }));
}

async function readEndUsers(transaction: Transaction, ids: string[]): Promise<BulkRecord[]> {
  const rows = await transaction
    .select({ id: users.id, ...nameColumns })
    .from(users)
    .where(inArray(users.id, ids));
  return rows.map((person) => ({ id: person.id, name: personName(person) }));
}
