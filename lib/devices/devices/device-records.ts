import "server-only";
import { and, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { withIsoMoments } from "@/db/iso-moments";
import { prepareStatement, prepareStatements } from "@/db/prepared-statement";
import { chargePolicies, cloudServices, deviceKinds, devices, users } from "@/db/schema";
import { actorId } from "@/lib/core/access/actor";
import { NotFound } from "@/lib/core/errors";
import {
  inOrderOf,
  keptCursor,
  keptKeyset,
  type Page,
  type PagePlace,
} from "@/lib/core/lists/keyset";
import { recordListInput, recordOfUser, recordsOfUser } from "@/lib/core/lists/records-of-user";
import { requirePerson } from "@/lib/core/people/require-person";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { listDevicesInput } from "./device-list-schema";
import { kindDetailsOf } from "./find-device";
import { findDevicePage, selectDevices } from "./find-devices";
import { readKindDetails } from "./read-kind-details";

const kind = z.enum(deviceKinds);

const shownOwner = {
  id: users.id,
  email: users.email,
  firstName: users.firstName,
  lastName: users.lastName,
  externalUserId: users.externalUserId,
};

const { facet, modelSort, lastSeenSort, serialSearch, ...columns } = getTableColumns(devices);
const shownColumns = withIsoMoments(columns);

/** Devices with their owner and cloud service, in one statement. */
const selectDevicesWithOwner = (transaction: Transaction) =>
  transaction
    .select({
      device: shownColumns,
      owner: shownOwner,
      cloudService: {
        // First, as what is first tells whether there is one: either of the others may be empty.
        id: cloudServices.id,
        instructions: cloudServices.instructions,
        signupLink: cloudServices.signupLink,
      },
    })
    .from(devices)
    .innerJoin(
      users,
      and(eq(users.organizationId, devices.organizationId), eq(users.id, devices.userId)),
    )
    .leftJoin(
      cloudServices,
      and(
        eq(cloudServices.organizationId, devices.organizationId),
        eq(cloudServices.id, devices.cloudServiceId),
      ),
    );

const isOfUser = and(
  eq(devices.id, sql.placeholder("id")),
  eq(devices.userId, sql.placeholder("userId")),
  eq(devices.kind, sql.placeholder("kind")),
);
const selectOfUser = prepareStatement((transaction) =>
  selectDevicesWithOwner(transaction).where(isOfUser),
);
const selectLivingOfUser = prepareStatement((transaction) =>
  selectDevicesWithOwner(transaction).where(and(isOfUser, isNull(devices.deletedAt))),
);

const kindDetailsFrom = (table: (typeof kindDetailsOf)[keyof typeof kindDetailsOf]) =>
  prepareStatement<object[]>((transaction) =>
    transaction
      .select()
      .from(table)
      .where(eq(table.deviceId, sql.placeholder("id"))),
  );
const selectKindDetails = {
  heat_pump: kindDetailsFrom(kindDetailsOf.heat_pump),
  electric_vehicle: kindDetailsFrom(kindDetailsOf.electric_vehicle),
  solar_inverter: kindDetailsFrom(kindDetailsOf.solar_inverter),
  wallbox: kindDetailsFrom(kindDetailsOf.wallbox),
};

/** What devices of all kinds have; moments as ISO 8601 texts. */
export type DeviceOfFleet = Awaited<ReturnType<typeof selectDevicesWithOwner>>[number];

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
    const select = input.includeDeleted ? selectOfUser : selectLivingOfUser;
    const [row] = await select(transaction, { id, userId, kind });
    if (!row) throw new NotFound();
    const [kindDetails] = await selectKindDetails[kind](transaction, { id });
    return { ...row, kindDetails: { ...kindDetails } };
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

const byCreation = {
  expression: devices.createdAt,
  type: "timestamptz",
  direction: "asc",
} as const;

/** Whose devices: everybody's, an end-user's, or an end-user's of one kind. */
type Owned = { userId?: string | undefined; kind?: (typeof deviceKinds)[number] | undefined };

type PageShape = {
  isOfUser: boolean;
  isOfKind: boolean;
  includeDeleted: boolean;
  place: PagePlace;
};

const selectPage = prepareStatements((transaction, shape: PageShape) => {
  const { where, orderBy } = keptKeyset(byCreation, devices.id, shape.place);
  return selectDevicesWithOwner(transaction)
    .where(
      and(
        shape.isOfUser ? eq(devices.userId, sql.placeholder("userId")) : undefined,
        shape.isOfKind ? eq(devices.kind, sql.placeholder("kind")) : undefined,
        shape.includeDeleted ? undefined : isNull(devices.deletedAt),
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(sql.placeholder("most"));
});

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
  const found = await selectPage(transaction, shape, { ...values, userId, kind, most });
  return toPage(found, input.limit, ({ device: { id, createdAt } }) => ({
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
      return pageByCreation(transaction, input, { userId: actorId(actor) ?? "" });
    }
    const isPlain = Object.values(input.filters).every((value) => value === undefined);
    if (isPlain) return pageByCreation(transaction, input, {});
    const list = parseInput(listDevicesInput.omit({ size: true, cursor: true }), input.filters);
    const filters = { ...list, cursor, size: limit };
    const selection = await selectDevices(transaction, filters);
    const page = await findDevicePage(transaction, filters, selection);
    const ids = page.rows.map(({ id }) => id);
    const found = await selectDevicesWithOwner(transaction).where(
      and(inArray(devices.id, ids), isNull(devices.deletedAt)),
    );
    const byId = found.map((row) => ({ id: row.device.id, row }));
    return { ...page, rows: inOrderOf(ids, byId).map(({ row }) => row) };
  },
});

async function withKindDetails(
  transaction: Transaction,
  rows: DeviceOfFleet[],
): Promise<DeviceRecord[]> {
  const found = await readKindDetails(
    transaction,
    rows.map(({ device }) => device),
  );
  return rows.map((row) => ({ ...row, kindDetails: { ...found.get(row.device.id) } }));
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
