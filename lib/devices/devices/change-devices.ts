import "server-only";
import { and, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";
import { updateMany } from "@/db/update-many";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { pick } from "@/lib/core/records/object-fields";
import { defineCommand } from "@/lib/define-use-case";
import { isControllable } from "./device-kinds";
import { changeDevicesInput } from "./device-record-schema";
import { deviceTarget } from "./find-device";
import { listOwnBuildings } from "./list-own-buildings";
import { toSharedChanges } from "./shared-changes";

/**
 * Changes what all kinds have in common of many devices, as `changeDevice` changes one, whichever version is stored.
 * Those of which something is wrong are left out, and each but the first change of the same one: to change
 * them alone tells what.
 * @returns the id of each that is as it was to be in the order of the input, null for those that were left out
 */
export const changeDevices = defineCommand({
  name: "changeDevices",
  input: changeDevicesInput,
  requires: ({ input }) =>
    input.devices.map(({ userId }) => ({ action: "update", resource: "device", ownerId: userId })),
  async run({ input, transaction }) {
    const records = await lockDevices(
      transaction,
      input.devices.map(({ id }) => id),
    );
    const isOwn = await listOwnBuildings(transaction, input.devices);
    const changes = input.devices.map((given) => {
      const before = records.get(given.id);
      records.delete(given.id);
      const isTold = given.isSmartOptimizationActive || given.pausePowerUntil;
      if (before?.userId !== given.userId || before.kind !== given.kind) return undefined;
      if (!isOwn(given) || (isTold && !isControllable(given.kind))) return undefined;
      const fields = toSharedChanges(given);
      return { before, fields, differing: changesBetween(before, fields) };
    });
    const written = changes
      .filter((change) => change !== undefined)
      .filter(({ differing }) => Object.keys(differing).length > 0);
    await write(transaction, written);
    return {
      result: { ids: changes.map((change) => change?.before.id ?? null) },
      audit: written.map(({ before, differing }) => ({
        action: "device.updated" as const,
        target: deviceTarget(before),
        changes: differing,
      })),
    };
  },
});

type Device = typeof devices.$inferSelect;

async function lockDevices(transaction: Transaction, ids: string[]): Promise<Map<string, Device>> {
  const locked = await transaction
    .select()
    .from(devices)
    .where(and(inArray(devices.id, ids), isNull(devices.deletedAt)))
    .orderBy(devices.id)
    .for("no key update");
  return new Map(locked.map((device) => [device.id, device]));
}

async function write(
  transaction: Transaction,
  changes: { before: Device; fields: Partial<Device> }[],
): Promise<void> {
  if (changes.length === 0) return;
  const names = [...new Set(changes.flatMap(({ fields }) => Object.keys(fields)))];
  const rows = changes.map(({ before, fields }) => ({
    ...pick({ ...before, ...fields }, names as (keyof Device)[]),
    id: before.id,
    version: before.version + 1,
    updatedAt: now(),
  }));
  await transaction.execute(updateMany(devices, "id", rows, "written"));
}
