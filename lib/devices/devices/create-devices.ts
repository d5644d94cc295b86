import "server-only";
import { inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { cloudServices } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { findLivingEndUsers } from "@/lib/customers/end-users/find-end-user";
import { defineCommand } from "@/lib/define-use-case";
import { isControllable } from "./device-kinds";
import { createDevicesInput } from "./device-record-schema";
import { deviceTarget } from "./find-device";
import { findDevicesBySerial } from "./find-same-device";
import { listOwnBuildings } from "./list-own-buildings";
import { makeDevices } from "./make-devices";
import { toSerialKey } from "./serial-key";

/**
 * Adds many devices, as `createDevice` adds one. Those of which something is wrong are left out: to create one of them
 * alone tells what.
 * @returns the id of each new record in the order of the input, null for those that were left out
 */
export const createDevices = defineCommand({
  name: "createDevices",
  input: createDevicesInput,
  requires: ({ input }) =>
    input.devices.map(({ userId }) => ({ action: "create", resource: "device", ownerId: userId })),
  async run({ actor, input, transaction }) {
    const isPossible = await findPossible(transaction, input.devices);
    const devices = input.devices.map((device) => ({
      ...device,
      buildingId: device.buildingId ?? null,
      comment: device.comment ?? null,
      isSmartOptimizationActive: device.isSmartOptimizationActive ?? false,
      isForecastingEnabled: device.isForecastingEnabled ?? false,
      pausePowerUntil: device.pausePowerUntil ?? null,
      organizationId: actor.organizationId,
      id: uuidv7(),
    }));
    const possible = devices.filter((_, index) => isPossible[index]);
    await makeDevices(transaction, possible.toSorted(byOwner));
    return {
      result: { ids: devices.map(({ id }, index) => (isPossible[index] ? id : null)) },
      audit: possible.map((device) => {
        const { organizationId: _, id, userId, ...fields } = device;
        return {
          action: "device.created" as const,
          target: deviceTarget(device),
          changes: changesBetween({}, fields),
        };
      }),
    };
  },
});

/** Two who add many devices count them at their owners and buildings in one order. */
const byOwner = (one: { userId: string }, other: { userId: string }) =>
  one.userId < other.userId ? -1 : 1;

type NewDevice = z.output<typeof createDevicesInput>["devices"][number];

/** Whether each device's owner, building, cloud service and serial number allow it. */
async function findPossible(transaction: Transaction, devices: NewDevice[]): Promise<boolean[]> {
  const owners = await findLivingEndUsers(
    transaction,
    devices.map(({ userId }) => userId),
  );
  const ownerIds = new Set(owners.map(({ id }) => id));
  const isOwn = await listOwnBuildings(transaction, devices);
  const services = await listCloudServices(transaction, devices);
  const taken = new Set(
    (await findDevicesBySerial(transaction, devices)).map(({ serialKey }) => serialKey),
  );
  return devices.map((device) => {
    const { manufacturer, externalDeviceId, cloudServiceId, kind } = device;
    const serialKey = externalDeviceId ? toSerialKey(manufacturer, externalDeviceId) : undefined;
    const isTold = device.isSmartOptimizationActive || device.pausePowerUntil;
    const isPossible =
      ownerIds.has(device.userId) &&
      isOwn(device) &&
      (cloudServiceId === null || services.has(cloudServiceId)) &&
      (!isTold || isControllable(kind)) &&
      (serialKey === undefined || !taken.has(serialKey));
    if (isPossible && serialKey !== undefined) taken.add(serialKey);
    return isPossible;
  });
}

async function listCloudServices(transaction: Transaction, devices: NewDevice[]) {
  const ids = devices.flatMap(({ cloudServiceId }) => cloudServiceId ?? []);
  if (ids.length === 0) return new Set<string>();
  const services = await transaction
    .select({ id: cloudServices.id })
    .from(cloudServices)
    .where(inArray(cloudServices.id, ids));
  return new Set(services.map(({ id }) => id));
}
