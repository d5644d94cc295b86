import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { buildings, devices, type users } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import { lockDevicesOf } from "@/lib/core/records/lock-devices";
import { findBuilding, writableBuildingFields } from "@/lib/customers/buildings/find-building";
import { requireNewBuilding } from "@/lib/customers/buildings/find-same-building";
import { handOverMeterPoints } from "@/lib/customers/energy-contracts/hand-over-meter-points";
import { makeDevices } from "../devices/make-devices";

type Building = typeof buildings.$inferSelect;
type EndUser = typeof users.$inferSelect;

/** A building of an end-user, and the customer who takes it over. */
export type HandOver = { before: Building; owner: EndUser };

/**
 * Locks a building and its devices, which everything about handing it over does first.
 * @throws NotFound when the building is not there, or was just handed over by another
 */
export async function lockBuilding(transaction: Transaction, id: string): Promise<Building> {
  await lockDevicesOf(transaction, { buildingId: id });
  await transaction
    .select({ id: buildings.id })
    .from(buildings)
    .where(eq(buildings.id, id))
    .for("no key update");
  return findBuilding(transaction, id);
}

/**
 * Makes sure that the end-user can take the building over as things are now.
 * @throws Invalid when they have it or are archived
 * @throws Duplicate when they have one of the same place
 */
export async function requireNewOwner(
  transaction: Transaction,
  { before, owner }: HandOver,
): Promise<void> {
  if (owner.id === before.userId) throw new Invalid({ newOwner: "sameOwner" });
  if (owner.archivedAt) throw new Invalid({ newOwner: "archivedOwner" });
  await requireNewBuilding(transaction, { ...writableBuildingFields(before), userId: owner.id });
}

/**
 * Ends the former owner's records of a building, and makes the new owner's.
 * @throws Duplicate when the new owner has a contract for one of its meter points already
 * @throws Conflict when it has more than `MAX_MOVED_DEVICES` devices
 */
export async function handOverBuilding(
  transaction: Transaction,
  { before, owner, firstDay, withVehicles }: HandOver & { firstDay: string; withVehicles: boolean },
): Promise<{ id: string; audit: AuditEntry[] }> {
  await requireNewOwner(transaction, { before, owner });
  const place = { ...writableBuildingFields(before), userId: owner.id };
  const [made] = await transaction
    .insert(buildings)
    .values({ ...place, name: place.name ?? "", organizationId: before.organizationId })
    .returning();
  if (!made) throw new Error("The insert returned no row.");
  await handOverMeterPoints(transaction, { before, after: made, firstDay });
  const moved = await moveDevices(transaction, before, made, withVehicles);
  await transaction
    .update(buildings)
    .set({ deletedAt: now(), version: sql`${buildings.version} + 1` })
    .where(eq(buildings.id, before.id));
  const movedOn = { movedOn: { before: null, after: firstDay } };
  return {
    id: made.id,
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
