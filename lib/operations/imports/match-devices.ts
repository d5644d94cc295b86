import "server-only";
import { and, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";
import { findDevicesBySerial } from "@/lib/devices/devices/find-same-device";
import { toSerialKey } from "@/lib/devices/devices/serial-key";
import type { Copies } from "./copied-records";
import type { ImportableRow } from "./imported-rows";
import { isRepeated, ownersOf, type RowMatch, type SeenKeys } from "./match-row";
import { listOwnedBuildings, resolveBuilding } from "./owned-buildings";

type Device = typeof devices.$inferSelect;
export type DeviceCells = {
  manufacturer: string;
  externalDeviceId: string | null;
  kind: Device["kind"];
  building?: string | null;
};

/** Finds the device that each row is about, by serial number and manufacturer, and the building that it names. */
export async function matchDevices(
  transaction: Transaction,
  rows: ImportableRow[],
  seen: SeenKeys,
  copies: Copies,
): Promise<RowMatch<Device, Record<string, unknown>>[]> {
  const cellsOf = (row: ImportableRow) => row.fields as unknown as DeviceCells;
  const known = await findDevicesBySerial(transaction, rows.map(cellsOf));
  const bySerial = new Map(known.map((device) => [device.serialKey, device]));
  const copied = await findLiving(transaction, [...copies.values()]);
  const owned = await listOwnedBuildings(transaction, ownersOf(rows));
  return rows.map((row) => {
    const { building: named, ...cells } = cellsOf(row);
    const userId = row.ownerId ?? "";
    const { externalDeviceId, manufacturer } = cells;
    const key = externalDeviceId ? toSerialKey(manufacturer, externalDeviceId) : undefined;
    const copy = copied.get(copies.get(row.line) ?? "");
    const existing = copy ?? (key === undefined ? undefined : bySerial.get(key));
    const { building, problem } = resolveBuilding(owned.get(userId) ?? [], named);
    const isOthers =
      existing !== undefined && (existing.userId !== userId || existing.kind !== cells.kind);
    const isSecond = key !== undefined && isRepeated(seen, key, row.line);
    const problems = {
      ...(problem && { building: problem }),
      ...(isSecond && { externalDeviceId: "repeated" }),
      ...(isOthers && {
        externalDeviceId: `serialTaken:${existing.manufacturer} ${existing.model}`,
      }),
    };
    return {
      line: row.line,
      userId,
      existing,
      values: {
        ...cells,
        // Written in another way, it is the same.
        ...(existing && { manufacturer: null, externalDeviceId: null }),
        buildingId: building?.id ?? null,
      },
      problems: Object.keys(problems).length > 0 ? problems : null,
    };
  });
}

async function findLiving(transaction: Transaction, ids: string[]): Promise<Map<string, Device>> {
  if (ids.length === 0) return new Map();
  const found = await transaction
    .select()
    .from(devices)
    .where(and(inArray(devices.id, ids), isNull(devices.deletedAt)));
  return new Map(found.map((device) => [device.id, device]));
}
