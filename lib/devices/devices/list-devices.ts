import "server-only";
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices, users } from "@/db/schema";
import { type Actor, actorId } from "@/lib/core/access/actor";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { EXPORT_PAGE_SIZE } from "@/lib/core/lists/exported-rows";
import { totalOf } from "@/lib/core/lists/facets";
import { readCount } from "@/lib/core/lists/found-by-search";
import { type BoundedCount, countLimit, inOrderOf } from "@/lib/core/lists/keyset";
import { chosenIds } from "@/lib/core/lists/list-input";
import { personName } from "@/lib/core/people/person-name";
import { defineQuery } from "@/lib/define-use-case";
import {
  type DeviceListInput,
  deviceOrder,
  isCountedByFacets,
  listDevicesInput,
} from "./device-list-schema";
import { deviceCondition, deviceSearch, findDevicePage, selectDevices } from "./find-devices";

/**
 * A page of the fleet with each device's owner. Searches manufacturers, models, serial numbers and what
 * end-users are found by. `total` is there where it is known without counting; otherwise `countDevices`
 * tells.
 */
export const listDevices = defineQuery({
  name: "listDevices",
  input: listDevicesInput,
  requires: { action: "read", resource: "device" },
  async run({ actor, input, transaction, scope }) {
    if (scope === "own") {
      return { ...(await ownPage(transaction, actor)), order: deviceOrder(input, false) };
    }
    const selection = await selectDevices(transaction, input);
    const isSearch = selection.words.length > 0;
    const page = await findDevicePage(transaction, input, selection);
    const ids = page.rows.map(({ id }) => id);
    return {
      ...page,
      rows: inOrderOf(ids, ids.length > 0 ? await readRows(transaction, ids) : []),
      order: deviceOrder(input, isSearch),
    };
  },
});

/** A page of a list's export, by the same filters and in the same order; or the chosen records. */
export const readDeviceExportPage = defineQuery({
  name: "readDeviceExportPage",
  input: listDevicesInput.extend({ ids: chosenIds }),
  requires: { action: "read", resource: "device" },
  async run({ actor, input, transaction, scope }) {
    if (scope === "own") return ownPage(transaction, actor);
    if (input.ids) {
      const rows = await selectRows(transaction).where(
        and(inArray(devices.id, input.ids), isNull(devices.deletedAt)),
      );
      return { rows: rows.map(withOwner), next: undefined };
    }
    const page = await findDevicePage(
      transaction,
      { ...input, size: EXPORT_PAGE_SIZE },
      await selectDevices(transaction, input),
    );
    const ids = page.rows.map(({ id }) => id);
    return {
      ...page,
      rows: inOrderOf(ids, ids.length > 0 ? await readRows(transaction, ids) : []),
    };
  },
});

/** How many devices a list has, up to the counting limit. */
export const countDevices = defineQuery({
  name: "countDevices",
  input: listDevicesInput,
  requires: { action: "read", resource: "device" },
  async run({ actor, input, transaction, scope }): Promise<BoundedCount> {
    if (scope === "own") return (await ownPage(transaction, actor)).total;
    return countMatchingDevices(transaction, input);
  },
});

/** How many devices a list's filters match, up to the counting limit. */
export async function countMatchingDevices(
  transaction: Transaction,
  input: DeviceListInput,
): Promise<BoundedCount> {
  const selection = await selectDevices(transaction, input);
  if (selection.words.length > 0) {
    const search = deviceSearch(input, selection, countLimit + 1);
    return readCount(transaction, sql`select count(*)::int as count from ${search}`);
  }
  return isCountedByFacets(input)
    ? totalOf(selection.facets)
    : countUpToLimit(transaction, devices, deviceCondition(input, selection));
}

async function readRows(transaction: Transaction, ids: string[]) {
  const rows = await selectRows(transaction).where(inArray(devices.id, ids));
  return rows.map(withOwner);
}

function selectRows(transaction: Transaction) {
  return transaction
    .select({
      id: devices.id,
      kind: devices.kind,
      manufacturer: devices.manufacturer,
      model: devices.model,
      modelYear: devices.modelYear,
      externalDeviceId: devices.externalDeviceId,
      comment: devices.comment,
      connectionState: devices.connectionState,
      disconnectedSince: devices.disconnectedSince,
      isSmartOptimizationActive: devices.isSmartOptimizationActive,
      currentStateLastUpdatedAt: devices.currentStateLastUpdatedAt,
      createdAt: devices.createdAt,
      ownerId: users.id,
      firstName: users.firstName,
      lastName: users.lastName,
      email: users.email,
    })
    .from(devices)
    .innerJoin(
      users,
      and(eq(users.organizationId, devices.organizationId), eq(users.id, devices.userId)),
    );
}

type Row = Awaited<ReturnType<typeof selectRows>>[number];

function withOwner({ ownerId, firstName, lastName, email, ...device }: Row) {
  return {
    ...device,
    owner: { id: ownerId, email, name: personName({ firstName, lastName, email }) },
  };
}

/** An end-user's own devices: few enough for one page. */
async function ownPage(transaction: Transaction, actor: Actor) {
  const rows = await selectRows(transaction)
    .where(and(eq(devices.userId, actorId(actor) ?? ""), isNull(devices.deletedAt)))
    .orderBy(desc(devices.createdAt))
    .limit(100);
  return {
    rows: rows.map(withOwner),
    next: undefined,
    previous: undefined,
    total: { count: rows.length, isMore: false },
  };
}
