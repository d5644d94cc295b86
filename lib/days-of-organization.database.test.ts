import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import {
  auditEvents,
  buildings,
  devices,
  energyContracts,
  organizations,
  users,
} from "@/db/schema";
import { holdClock } from "@/lib/core/clock";
import { listBuildings } from "@/lib/customers/buildings/list-buildings";
import { countEndUsers, listEndUsers } from "@/lib/customers/end-users/list-end-users";
import { createEnergyContract } from "@/lib/customers/energy-contracts/write-energy-contract";
import { listDevices } from "@/lib/devices/devices/list-devices";
import { listAuditEvents } from "@/lib/platform/audit/list-audit-events";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});
afterEach(() => holdClock());
afterAll(() => client.end());

const staff = () => actorOf(organization.staff);
const onDay = (day: string) => ({ createdFrom: day, createdUntil: day });

/** Moments and the day that they are of in Vienna, around midnight and where clocks change. */
const moments = [
  ["2026-11-28T22:59:59.999Z", "2026-11-28"],
  ["2026-11-28T23:10:00Z", "2026-11-29"],
  ["2026-03-28T23:00:00Z", "2026-03-29"],
  ["2026-03-29T22:00:00Z", "2026-03-30"],
  ["2026-10-24T22:00:00Z", "2026-10-25"],
  ["2026-10-25T22:30:00Z", "2026-10-25"],
] as const;

it.each(moments)("lists find what was created at %s on %s", async (moment, day) => {
  const createdAt = new Date(moment);
  const { id, endUser, buildingId, deviceId } = organization;
  await tables.update(users).set({ createdAt }).where(eq(users.organizationId, id));
  await tables.update(buildings).set({ createdAt }).where(eq(buildings.id, buildingId));
  await tables.update(devices).set({ createdAt }).where(eq(devices.id, deviceId));
  const another = day === "2026-11-28" ? "2026-11-29" : "2026-11-28";
  for (const search of ["", endUser.email]) {
    const found = await listEndUsers(staff(), { ...onDay(day), search });
    expect(found.rows.map((row) => row.id)).toContain(endUser.id);
    expect((await listEndUsers(staff(), { ...onDay(another), search })).rows).toEqual([]);
  }
  expect((await countEndUsers(staff(), onDay(day))).count).toBe(2);
  expect((await listBuildings(staff(), onDay(day))).rows).toHaveLength(1);
  expect((await listBuildings(staff(), onDay(another))).rows).toEqual([]);
  expect((await listDevices(staff(), onDay(day))).rows).toHaveLength(1);
  expect((await listDevices(staff(), onDay(another))).rows).toEqual([]);
});

it.each(moments)("the audit log finds an event of %s on %s", async (moment, day) => {
  await createEnergyContract(staff(), { userId: organization.endUser.id, supplier: "Sonne" });
  await tables
    .update(auditEvents)
    .set({ createdAt: new Date(moment) })
    .where(eq(auditEvents.organizationId, organization.id));
  const admin = actorOf(organization.admin);
  expect((await listAuditEvents(admin, { from: day, until: day })).rows).toHaveLength(1);
  const another = day === "2026-11-28" ? "2026-11-29" : "2026-11-28";
  expect((await listAuditEvents(admin, { from: another, until: another })).rows).toEqual([]);
});

it.each(moments)("a contract that is added at %s begins on %s", async (moment, day) => {
  holdClock(new Date(moment));
  const { id } = await createEnergyContract(staff(), { userId: organization.endUser.id });
  const [contract] = await tables.select().from(energyContracts).where(eq(energyContracts.id, id));
  expect(contract?.validFrom).toBe(day);
});

it("lists follow the organization's time zone, wherever the viewer is", async () => {
  await tables
    .update(organizations)
    .set({ timeZone: "Pacific/Auckland" })
    .where(eq(organizations.id, organization.id));
  await tables
    .update(users)
    .set({ createdAt: new Date("2026-11-28T12:00:00Z"), timeZone: "America/Lima" })
    .where(eq(users.organizationId, organization.id));
  expect((await listEndUsers(staff(), onDay("2026-11-29"))).rows).toHaveLength(2);
  expect((await listEndUsers(staff(), onDay("2026-11-28"))).rows).toEqual([]);
});
