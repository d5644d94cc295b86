import { and, eq, isNull } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import {
  auditDetails,
  auditEvents,
  buildings,
  energyContracts,
  organizations,
  scheduledMoves,
} from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { Conflict, Forbidden, Invalid } from "@/lib/core/errors";
import { createBuilding, deleteBuilding } from "@/lib/customers/buildings/write-building";
import { setEndUserArchived } from "@/lib/customers/end-users/archive-end-user";
import { createEnergyContract } from "@/lib/customers/energy-contracts/write-energy-contract";
import { runMinuteTask } from "@/lib/operations/jobs/minute-tasks";
import { eraseEndUser } from "@/lib/support/personal-data/erase-end-user";
import { exportPersonalData } from "@/lib/support/personal-data/export-personal-data";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { moveBuilding } from "./move-building";
import { performMoves } from "./perform-moves";
import { cancelMove, listMoves } from "./scheduled-moves";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

const meterId = "AT0010000000000000001000000001234";
const firstDay = "2027-03-05";
/** When that day begins in Vienna, and when it has begun in UTC. */
const midnight = new Date("2027-03-04T23:00:00Z");
const morning = new Date("2027-03-05T08:00:00Z");

let organization: TestOrganization;
let agent: ReturnType<typeof actorOf>;
let house: string;
beforeEach(async () => {
  holdClock(new Date("2027-01-20T12:00:00Z"));
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff);
  await tables
    .update(organizations)
    .set({ timeZone: "Europe/Vienna" })
    .where(eq(organizations.id, organization.id));
  const { id: userId } = organization.endUser;
  const place = { userId, streetAndNumber: "Hauptplatz 1", country: "AT" };
  house = (await createBuilding(agent, { ...place, name: "House" })).id;
  await createEnergyContract(agent, {
    userId,
    buildingId: house,
    meterId,
    supplier: "Alpenstrom",
    validFrom: "2024-01-01",
  });
});

const schedule = () =>
  moveBuilding(agent, { id: house, newOwner: organization.otherEndUser.email, firstDay });
const carryOut = () => performMoves(systemActor(organization.id, "test"));
const moves = () => listMoves(agent, { buildingId: house });
const housesOf = (userId: string) =>
  tables
    .select()
    .from(buildings)
    .where(
      and(eq(buildings.userId, userId), eq(buildings.name, "House"), isNull(buildings.deletedAt)),
    );
const eventsOfHouse = async () =>
  (
    await tables
      .select({
        action: auditEvents.action,
        kind: auditEvents.actorKind,
        reason: auditDetails.reason,
      })
      .from(auditEvents)
      .innerJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
      .where(eq(auditEvents.targetId, house))
      .orderBy(auditEvents.sequence)
  ).filter(({ action }) => action.startsWith("building.move"));

it("hands over on the day in the organization's zone, and not before", async () => {
  const { endUser, otherEndUser } = organization;
  expect(await schedule()).toEqual({ id: house });
  expect(await moves()).toMatchObject([
    { state: "scheduled", firstDay, newOwner: { id: otherEndUser.id }, building: { id: house } },
  ]);
  expect(await listMoves(agent, { userId: otherEndUser.id })).toHaveLength(1);
  expect(await listMoves(agent, { userId: endUser.id })).toHaveLength(1);
  holdClock(new Date(midnight.getTime() - 1));
  await carryOut();
  expect(await housesOf(otherEndUser.id)).toEqual([]);
  holdClock(midnight);
  await runMinuteTask("keep-time", "test");
  expect(await housesOf(otherEndUser.id)).toHaveLength(1);
  expect(await housesOf(endUser.id)).toEqual([]);
  expect(await listMoves(agent, { userId: otherEndUser.id })).toEqual([]);
  expect(await eventsOfHouse()).toEqual([
    { action: "building.move-scheduled", kind: "member", reason: null },
    { action: "building.moved", kind: "system", reason: null },
  ]);
});

it("takes the day as the boundary however late the worker comes", async () => {
  await schedule();
  holdClock(new Date("2028-09-01T12:00:00Z"));
  await carryOut();
  const contracts = await tables
    .select()
    .from(energyContracts)
    .where(
      and(
        eq(energyContracts.organizationId, organization.id),
        eq(energyContracts.meterId, meterId),
        isNull(energyContracts.deletedAt),
      ),
    )
    .orderBy(energyContracts.createdAt);
  expect(contracts).toMatchObject([
    { userId: organization.endUser.id, validUntil: "2027-03-04" },
    { userId: organization.otherEndUser.id, validFrom: firstDay, validUntil: null },
  ]);
});

it("does it once of twenty at once, and leaves a settled one alone", async () => {
  await schedule();
  holdClock(morning);
  await Promise.all(Array.from({ length: 20 }, carryOut));
  await carryOut();
  expect(await housesOf(organization.otherEndUser.id)).toHaveLength(1);
  expect((await eventsOfHouse()).map(({ action }) => action)).toEqual([
    "building.move-scheduled",
    "building.moved",
  ]);
  expect(
    await tables.select().from(scheduledMoves).where(eq(scheduledMoves.buildingId, house)),
  ).toMatchObject([{ state: "done", failure: null, settledAt: morning }]);
});

it("is scheduled once of twenty at once, and keeps others from handing over until it is cancelled", async () => {
  const tries = await Promise.allSettled(Array.from({ length: 20 }, schedule));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const now = () => moveBuilding(agent, { id: house, newOwner: organization.otherEndUser.id });
  await expect(now()).rejects.toEqual(new Conflict("moveScheduled"));
  await cancelMove(agent, { id: house });
  await expect(cancelMove(agent, { id: house })).rejects.toEqual(new Conflict("moveNotScheduled"));
  expect(await moves()).toEqual([]);
  holdClock(morning);
  await carryOut();
  expect(await housesOf(organization.endUser.id)).toHaveLength(1);
  expect((await eventsOfHouse()).map(({ action }) => action)).toEqual([
    "building.move-scheduled",
    "building.move-cancelled",
  ]);
  await now();
});

const changes: [string, string, () => Promise<unknown>][] = [
  ["the building was deleted", "buildingGone", () => deleteBuilding(agent, { id: house })],
  [
    "the new owner was archived",
    "newOwnerArchived",
    () => setEndUserArchived(agent, { id: organization.otherEndUser.id, isArchived: "on" }),
  ],
  [
    "the new owner has the building by now",
    "buildingTaken",
    () => {
      const { id: userId } = organization.otherEndUser;
      const place = { name: "House", streetAndNumber: "Hauptplatz 1", country: "AT" };
      return createBuilding(agent, { userId, ...place });
    },
  ],
];

it.each(changes)("fails in words when %s", async (_, failure, change) => {
  await schedule();
  await change();
  holdClock(morning);
  await carryOut();
  await carryOut();
  expect(await moves()).toMatchObject([{ state: "failed", failure }]);
  expect((await eventsOfHouse()).slice(-1)).toEqual([
    { action: "building.move-failed", kind: "system", reason: failure },
  ]);
});

it("fails at once when the new owner is erased, and can be scheduled for another", async () => {
  await schedule();
  const { id, email } = organization.otherEndUser;
  const data = await exportPersonalData(agent, { id });
  expect(data.scheduledMoves).toMatchObject([{ buildingId: house, firstDay }]);
  // Proofs of identity are of the present.
  holdClock();
  await eraseEndUser(actorOf(organization.admin), { id, confirmation: email });
  expect(await moves()).toMatchObject([{ state: "failed", failure: "newOwnerGone" }]);
  expect(await housesOf(organization.endUser.id)).toHaveLength(1);
});

it("goes with the present owner who is erased", async () => {
  await schedule();
  const { id, email } = organization.endUser;
  // Proofs of identity are of the present.
  holdClock();
  await eraseEndUser(actorOf(organization.admin), { id, confirmation: email });
  expect(await listMoves(agent, { userId: organization.otherEndUser.id })).toEqual([]);
  expect(
    await tables.select().from(scheduledMoves).where(eq(scheduledMoves.buildingId, house)),
  ).toEqual([]);
});

it("refuses an archived new owner now, and shows end-users nothing", async () => {
  const { id } = organization.otherEndUser;
  await setEndUserArchived(agent, { id, isArchived: "on" });
  await expect(schedule()).rejects.toEqual(new Invalid({ newOwner: "archivedOwner" }));
  const endUser = actorOf(organization.endUser);
  await expect(listMoves(endUser, { buildingId: house })).rejects.toBeInstanceOf(Forbidden);
});
