import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { chargePolicies, deviceKinds, devices } from "@/db/schema";
import { requireActorId } from "@/lib/core/access/actor";
import { NotFound } from "@/lib/core/errors";
import { inOrderOf, keptCursor, type Page } from "@/lib/core/lists/keyset";
import { recordListInput, recordOfUser, recordsOfUser } from "@/lib/core/lists/records-of-user";
import { requirePerson } from "@/lib/core/people/require-person";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { listDevicesInput } from "./device-list-schema";
import {
  byCreation,
  type DeviceOfFleet,
  selectDeviceOfUser,
  selectKindDetails,
  selectLivingDeviceOfUser,
  selectLivingDevicesByIds,
  selectPageOfDevices,
} from "./device-statements";
import { deviceList } from "./list-devices";
import { readKindDetails } from "./read-kind-details";

const kind = z.enum(deviceKinds);

export type DeviceRecord = DeviceOfFleet & {
  /** The fields that only this kind of device has; empty where none were ever written. */
  kindDetails: Record<string, unknown>;
};

/** One device of an end-user and of a kind, with everything that is stored of it. @throws NotFound */
export const getDeviceRecord = defineQuery({
  name: "getDeviceRecord",
  input: recordOfUser.extend({ kind }),
  requires: ({ input }) => [{ action: "read", resource: "device", ownerId: input.userId }],
  async run({ input, transaction }): Promise<DeviceRecord> {
    const { id, userId, kind } = input;
    const select = input.includeDeleted ? selectDeviceOfUser : selectLivingDeviceOfUser;
    const [row] = await select(transaction, { id, userId, kind });
    if (!row) throw new NotFound();
    const [kindDetails] = await selectKindDetails[kind](transaction, { id });
    return { ...row, kindDetails: { ...kindDetails } };
  },
});

/** One device of any end-user, with all stored fields. @throws NotFound */
export const getFleetDeviceRecord = defineQuery({
  name: "getFleetDeviceRecord",
  input: z.object({ id: z.uuid() }),
  requires: { action: "read", resource: "device" },
  async run({ actor, input, transaction, scope }): Promise<DeviceRecord> {
    const rows = await selectLivingDevicesByIds(transaction, { ids: [input.id] });
    const [device] = await withKindDetails(transaction, rows);
    if (!device || (scope === "own" && device.userId !== requireActorId(actor)))
      throw new NotFound();
    return device;
  },
});

/** A page of an end-user's devices of one kind, the oldest first. */
export const listDeviceRecords = defineQuery({
  name: "listDeviceRecords",
  input: recordsOfUser.extend({ kind }),
  requires: ({ input }) => [{ action: "read", resource: "device", ownerId: input.userId }],
  async run({ input, transaction }): Promise<Page<DeviceRecord>> {
    await requirePerson(transaction, input.userId);
    const page = await pageByCreation(transaction, input, input);
    return { ...page, rows: await withKindDetails(transaction, page.rows) };
  },
});

/** Whose devices: everybody's, an end-user's, or an end-user's of one kind. */
type Owned = { userId?: string | undefined; kind?: (typeof deviceKinds)[number] | undefined };

/** The oldest first. */
async function pageByCreation(
  transaction: Transaction,
  input: { includeDeleted?: boolean; limit: number; cursor?: string | undefined },
  { userId, kind }: Owned,
): Promise<Page<DeviceOfFleet>> {
  const { place, values, toPage } = keptCursor(byCreation.type, input.cursor);
  const shape = {
    isOfUser: userId !== undefined,
    isOfKind: kind !== undefined,
    includeDeleted: input.includeDeleted ?? false,
    place,
  };
  const most = input.limit + 1;
  const found = await selectPageOfDevices(transaction, shape, { ...values, userId, kind, most });
  return toPage(found, input.limit, ({ id, createdAt }) => ({
    id,
    sortValue: createdAt,
  }));
}

const { includeDeleted, ...pageInput } = recordListInput;

/** A page of the whole fleet, the oldest first; or by the filters and in the orders of the portal's list. */
export const listFleet = defineQuery({
  name: "listFleet",
  input: z.object({
    ...pageInput,
    /** As the portal's list takes them. */
    filters: z.record(z.string(), z.unknown()).default({}),
  }),
  requires: { action: "read", resource: "device" },
  async run({ actor, input, transaction, scope }): Promise<Page<DeviceOfFleet>> {
    const { limit, cursor } = input;
    if (scope === "own") {
      return pageByCreation(transaction, input, { userId: requireActorId(actor) });
    }
    const isPlain = Object.values(input.filters).every((value) => value === undefined);
    if (isPlain) return pageByCreation(transaction, input, {});
    const list = parseInput(listDevicesInput.omit({ size: true, cursor: true }), input.filters);
    const filters = { ...list, cursor, size: limit };
    const page = await deviceList.findPage(transaction, filters);
    const ids = page.rows.map(({ id }) => id);
    const rows = await selectLivingDevicesByIds(transaction, { ids });
    return { ...page, rows: inOrderOf(ids, rows) };
  },
});

async function withKindDetails(
  transaction: Transaction,
  rows: DeviceOfFleet[],
): Promise<DeviceRecord[]> {
  const found = await readKindDetails(transaction, rows);
  return rows.map((row) => ({ ...row, kindDetails: { ...found.get(row.id) } }));
}

/** The weekly charge policy of a vehicle; undefined when it has none. @throws NotFound */
export const getChargePolicy = defineQuery({
  name: "getChargePolicy",
  input: recordOfUser,
  requires: ({ input }) => [{ action: "read", resource: "device", ownerId: input.userId }],
  async run({ input, transaction }) {
    const [vehicle] = await transaction
      .select({ id: devices.id })
      .from(devices)
      .where(
        and(
          eq(devices.id, input.id),
          eq(devices.userId, input.userId),
          eq(devices.kind, "electric_vehicle"),
          isNull(devices.deletedAt),
        ),
      );
    if (!vehicle) throw new NotFound();
    const [policy] = await transaction
      .select({ timeZone: chargePolicies.timeZone, days: chargePolicies.days })
      .from(chargePolicies)
      .where(eq(chargePolicies.deviceId, input.id));
    return policy;
  },
});
