import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { buildings, devices } from "@/db/schema";
import { toCalendarDay } from "@/lib/core/calendar-day";
import { now } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { findBuilding, writableBuildingFields } from "@/lib/customers/buildings/find-building";
import { requireNewBuilding } from "@/lib/customers/buildings/find-same-building";
import { findEndUserByReference } from "@/lib/customers/end-users/find-end-user-by-reference";
import { handOverMeterPoints } from "@/lib/customers/energy-contracts/hand-over-meter-points";
import { defineCommand } from "@/lib/define-use-case";
import { makeDevices } from "../devices/make-devices";
import { moveBuildingInput } from "./move-building-schema";

/** A sale is often told late, but not by years. */
const MAX_DAYS_BACK = 366;

type Building = typeof buildings.$inferSelect;

/**
 * Hands a building over to another end-user from a day on: they get a building of the same place with its meter
 * points and devices. Readings, contracts and history stay with the former owner, whose contracts end the day before;
 * the new owner connects the devices with new accounts.
 * @throws Invalid when the new owner is not found or is the present one, or the day lies in the future or over a year back
 * @throws Duplicate when the new owner has the building, or a contract for a meter point, already
 * @throws Conflict when it has more than `MAX_MOVED_DEVICES` devices
 */
export const moveBuilding = defineCommand({
  name: "moveBuilding",
  input: moveBuildingInput,
  requires: () => [
    { action: "delete", resource: "building" },
    { action: "create", resource: "building" },
    { action: "create", resource: "device" },
    { action: "update", resource: "energy-contract" },
  ],
  async run({ actor, input, transaction }) {
    const before = await lockBuilding(transaction, input.id);
    const owner = await findEndUserByReference(transaction, input.newOwner, "newOwner");
    if (owner.id === before.userId) throw new Invalid({ newOwner: "sameOwner" });
    const firstDay = await toFirstDay(transaction, input.firstDay);
    const place = { ...writableBuildingFields(before), userId: owner.id };
    await requireNewBuilding(transaction, place);
    const [made] = await transaction
      .insert(buildings)
      .values({ ...place, name: place.name ?? "", organizationId: actor.organizationId })
      .returning();
    if (!made) throw new Error("The insert returned no row.");
    await handOverMeterPoints(transaction, { before, after: made, firstDay });
    const moved = await moveDevices(transaction, before, made, input.withVehicles);
    await transaction
      .update(buildings)
      .set({ deletedAt: now(), version: sql`${buildings.version} + 1` })
      .where(eq(buildings.id, before.id));
    const movedOn = { movedOn: { before: null, after: firstDay } };
    return {
      result: { id: made.id },
      audit: [
        {
          action: "building.moved",
          target: { type: "building", id: before.id, name: before.name },
          changes: { ...movedOn, devices: { before: null, after: moved.length } },
        },
        {
          action: "building.created",
          target: { type: "building", id: made.id, name: made.name },
          changes: movedOn,
        },
        ...moved.map(({ id, manufacturer, model }) => ({
          action: "device.created" as const,
          target: { type: "device" as const, id, name: `${manufacturer} ${model}` },
          changes: movedOn,
        })),
      ],
    };
  },
});

/** @throws NotFound when the building is not there, or was just handed over by another */
async function lockBuilding(transaction: Transaction, id: string): Promise<Building> {
  await transaction
    .select({ id: buildings.id })
    .from(buildings)
    .where(eq(buildings.id, id))
    .for("no key update");
  return findBuilding(transaction, id);
}

async function toFirstDay(transaction: Transaction, asked: string | undefined): Promise<string> {
  const { timeZone } = await getOrganization(transaction);
  const today = toCalendarDay(now(), timeZone);
  if (asked === undefined) return today;
  if (asked > today) throw new Invalid({ firstDay: "futureDay" });
  const earliest = DateTime.fromISO(today).minus({ days: MAX_DAYS_BACK }).toISODate();
  if (earliest && asked < earliest) throw new Invalid({ firstDay: `tooLongAgo:${earliest}` });
  return asked;
}

/** The devices get successors at the new owner's; vehicles that stay behind stand in no building. */
async function moveDevices(
  transaction: Transaction,
  before: Building,
  after: Building,
  withVehicles: boolean,
) {
  const found = await transaction
    .update(devices)
    .set({ deletedAt: now(), version: sql`${devices.version} + 1` })
    .where(
      and(
        eq(devices.buildingId, before.id),
        isNull(devices.deletedAt),
        withVehicles ? undefined : ne(devices.kind, "electric_vehicle"),
      ),
    )
    .returning();
  await transaction
    .update(devices)
    .set({ buildingId: null, version: sql`${devices.version} + 1` })
    .where(and(eq(devices.buildingId, before.id), isNull(devices.deletedAt)));
  const made = found.map(
    ({ kind, manufacturer, model, modelYear, externalDeviceId, cloudServiceId, priceZone }) => ({
      id: uuidv7(),
      organizationId: after.organizationId,
      userId: after.userId,
      buildingId: after.id,
      kind,
      manufacturer,
      model,
      modelYear,
      externalDeviceId,
      cloudServiceId,
      priceZone,
    }),
  );
  if (made.length > MAX_MOVED_DEVICES) throw new Conflict("tooManyMovedDevices");
  await makeDevices(transaction, made);
  return made;
}

/** One transaction writes them all with their audit events, while others wait for the end of the audit log. */
const MAX_MOVED_DEVICES = 500;
