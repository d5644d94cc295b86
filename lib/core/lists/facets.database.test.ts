import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { buildings, devices, energyContracts, listCounts, users } from "@/db/schema";
import { listBuildings } from "@/lib/customers/buildings/list-buildings";
import { listEndUsers } from "@/lib/customers/end-users/list-end-users";
import { listDevices } from "@/lib/devices/devices/list-devices";
import { foldListCounts } from "@/lib/operations/jobs/fold-list-counts";
import { listCountries } from "@/lib/support/list-views/list-countries";
import {
  actorOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { systemActor } from "../access/actor";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

/** The counts and counters as the triggers have kept them. */
async function kept(id: string) {
  const counts = await tables
    .select({
      list: listCounts.list,
      facet: listCounts.facet,
      count: sql<number>`sum(${listCounts.count})::int`,
    })
    .from(listCounts)
    .where(eq(listCounts.organizationId, id))
    .groupBy(listCounts.list, listCounts.facet)
    .having(sql`sum(${listCounts.count}) <> 0`)
    .orderBy(listCounts.list, listCounts.facet);
  const people = await tables
    .select({
      id: users.id,
      buildings: users.buildingCount,
      contracts: users.contractCount,
      devices: users.deviceCount,
      disconnected: users.disconnectedDeviceCount,
    })
    .from(users)
    .where(eq(users.organizationId, id))
    .orderBy(users.id);
  const homes = await tables
    .select({
      id: buildings.id,
      contracts: buildings.contractCount,
      devices: buildings.deviceCount,
    })
    .from(buildings)
    .where(eq(buildings.organizationId, id))
    .orderBy(buildings.id);
  return { counts, people, homes };
}

type Step = { what: number; which: number; to: number };

async function take(step: Step, people: string[], homes: string[]) {
  const owner = people[step.to % people.length] ?? "";
  const building = step.to % 3 === 0 ? null : (homes[step.to % homes.length] ?? null);
  const all = await tables
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.organizationId, organization.id))
    .orderBy(devices.id);
  const device = all[step.which % Math.max(all.length, 1)]?.id ?? organization.deviceId;
  const set = (fields: Partial<typeof devices.$inferInsert>) =>
    tables.update(devices).set(fields).where(eq(devices.id, device));
  const makers: (() => PromiseLike<unknown>)[] = [
    () =>
      tables.insert(devices).values(
        [1, 2].map((n) => ({
          organizationId: organization.id,
          userId: owner,
          buildingId: building,
          kind: "wallbox" as const,
          manufacturer: `Maker ${n}`,
          model: "W",
          lifecycleState: n === 1 ? ("disconnected" as const) : ("pending" as const),
        })),
      ),
    () => set({ isAuthenticated: step.to % 2 === 0, lifecycleState: "disconnected" }),
    () => set({ lifecycleState: step.to % 2 === 0 ? "error" : "pending" }),
    () => set({ userId: owner, buildingId: building }),
    () => set({ deletedAt: step.to % 2 === 0 ? new Date() : null }),
    () => set({ isSmartOptimizationActive: step.to % 2 === 0 }),
    () =>
      tables
        .insert(energyContracts)
        .values({ organizationId: organization.id, userId: owner, buildingId: building }),
    () => tables.delete(energyContracts).where(eq(energyContracts.userId, owner)),
    () =>
      tables
        .update(buildings)
        .set({ userId: owner, photovoltaic: step.to % 2 === 0, country: "AT" })
        .where(eq(buildings.id, homes[step.which % homes.length] ?? "")),
    () =>
      tables
        .update(users)
        .set({ archivedAt: step.to % 2 === 0 ? new Date() : null, country: "DE" })
        .where(eq(users.id, owner)),
    () => foldListCounts(systemActor(organization.id, "r"), {}),
  ];
  await makers[step.what % makers.length]?.();
}

describe("what triggers keep", () => {
  it("is what counting again comes to, after any change", async () => {
    const other = await createPerson(tables, organization.id, "user", "third@home.example");
    const people = [organization.endUser.id, organization.otherEndUser.id, other.id];
    const homes = [organization.buildingId];
    const [second] = await tables
      .insert(buildings)
      .values({ organizationId: organization.id, userId: other.id, name: "Second" })
      .returning({ id: buildings.id });
    homes.push(second?.id ?? "");
    const step = fc.record({
      what: fc.integer({ min: 0, max: 10 }),
      which: fc.integer({ min: 0, max: 30 }),
      to: fc.integer({ min: 0, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        for (const one of steps) await take(one, people, homes);
        const found = await kept(organization.id);
        await tables.execute(sql`select rebuild_lists(${organization.id}::uuid)`);
        expect(found).toEqual(await kept(organization.id));
      }),
      { numRuns: 15 },
    );
  });

  it("is folded only once it is long, and stays the same", async () => {
    const system = systemActor(organization.id, "r");
    expect(await foldListCounts(system, {})).toEqual({ isFolded: false });
    const [row] = await tables
      .select()
      .from(listCounts)
      .where(eq(listCounts.organizationId, organization.id))
      .limit(1);
    if (!row) throw new Error("Nothing is counted.");
    const { id, ...fields } = row;
    await tables
      .insert(listCounts)
      .values(Array.from({ length: 300 }, (_, n) => ({ ...fields, count: n % 2 === 0 ? 1 : -1 })));
    const before = await kept(organization.id);
    expect(await foldListCounts(system, {})).toEqual({ isFolded: true });
    expect(await kept(organization.id)).toEqual(before);
    const rows = await tables
      .select()
      .from(listCounts)
      .where(eq(listCounts.organizationId, organization.id));
    expect(rows.length).toBeLessThan(10);
  });
});

describe("lists", () => {
  const admin = () => actorOf(organization.admin);

  it("count exactly by facets", async () => {
    expect((await listEndUsers(admin(), {})).total).toEqual({ count: 2, isMore: false });
    expect((await listEndUsers(admin(), { devices: "none" })).total?.count).toBe(1);
    expect((await listBuildings(admin(), { contract: "with" })).total?.count).toBe(1);
    expect((await listDevices(admin(), { connection: "error" })).total?.count).toBe(0);
  });

  it("leave archived end-users out unless they are asked for", async () => {
    await tables
      .update(users)
      .set({ archivedAt: new Date() })
      .where(eq(users.id, organization.otherEndUser.id));
    const ids = async (input: Parameters<typeof listEndUsers>[1]) =>
      (await listEndUsers(admin(), input)).rows.map(({ id }) => id);
    expect(await ids({})).toEqual([organization.endUser.id]);
    expect(await ids({ state: "archived" })).toEqual([organization.otherEndUser.id]);
    expect(await ids({ search: organization.otherEndUser.email })).toEqual([]);
  });
});

it("knows the countries that records are in, and forgets those that none is in", async () => {
  const staff = actorOf(organization.staff);
  const inCountry = (country: string | null) =>
    tables.update(users).set({ country }).where(eq(users.id, organization.endUser.id));
  await inCountry("CH");
  await tables
    .update(buildings)
    .set({ country: "LI" })
    .where(eq(buildings.id, organization.buildingId));
  expect(await listCountries(staff, { list: "end-user" })).toEqual(["CH"]);
  expect(await listCountries(staff, { list: "building" })).toEqual(["LI"]);
  expect(await listCountries(actorOf(organization.endUser), { list: "end-user" })).toEqual([]);
  await inCountry(null);
  expect(await listCountries(staff, { list: "end-user" })).toEqual([]);
});
