import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillOrganization } from "@/bench/big-organization";
import { createDatabase, type Database } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { cases, devices, energyContracts, users } from "@/db/schema";
import type { Member } from "@/lib/core/access/actor";
import { searchWords } from "@/lib/core/lists/search-words";
import { searchedPhoneDigits } from "@/lib/core/people/phone-number";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { devicesOf, openCasesOf } from "./customer-facts";
import { ownedMatchesOf } from "./owned-matches";
import { type FoundCustomers, searchCustomers } from "./search-customers";

const url = process.env.DATABASE_URL ?? "";
const { client, tables } = ownerConnection(url);
let database: Database;
let organization: TestOrganization;
let agent: Member;

const many = 44;

beforeAll(async () => {
  database = createDatabase(url, { connections: 1 });
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
  const { id: organizationId, endUser } = organization;
  await tables.insert(users).values(
    Array.from({ length: many }, (_, n) => ({
      organizationId,
      id: uuidv7(),
      role: "user" as const,
      status: "active" as const,
      email: `many-${n}@home.example`,
      lastName: "Zwölfender",
      firstName: `Nr${n}`,
    })),
  );
  const owned = { organizationId, userId: endUser.id };
  await tables.insert(energyContracts).values({ ...owned, meterId: "AT00100000001234567" });
  await tables.insert(devices).values(
    Array.from({ length: 9 }, (_, n) => ({
      ...owned,
      kind: "wallbox" as const,
      manufacturer: "KEBA",
      model: "P30",
      externalDeviceId: `SN-77120${n}`,
    })),
  );
  await tables.insert(cases).values(
    Array.from({ length: 3 }, (_, n) => ({
      ...owned,
      number: 1020 + n,
      subject: `Case of ${n}`,
      createdByName: "A",
      ...(n === 2 && { priority: "urgent" as const }),
    })),
  );
  await tables.insert(cases).values({
    ...owned,
    number: 7391,
    subject: "Solved",
    state: "solved",
    createdByName: "A",
  });
});
afterAll(async () => {
  await database.close();
  await client.end();
});

/** All pages, by their cursors. */
async function walk(search: string): Promise<FoundCustomers[]> {
  const pages: FoundCustomers[] = [];
  let cursor: string | undefined;
  do {
    const page: FoundCustomers = await searchCustomers(agent, { search, cursor });
    pages.push(page);
    cursor = page.next;
  } while (cursor);
  return pages;
}

it("says how many there are, and reaches each of them once", async () => {
  const pages = await walk("zwoelfender");
  expect(pages.map(({ rows }) => rows.length)).toEqual([12, 12, 12, 8]);
  for (const { total } of pages) expect(total).toEqual({ count: many, isMore: false });
  const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(new Set(ids).size).toBe(many);
  const back = await searchCustomers(agent, { search: "zwoelfender", cursor: pages[1]?.previous });
  expect(back.rows).toEqual(pages[0]?.rows);
});

it("says more than 1,000 where there are, and reaches at least that many", async () => {
  await client`
    insert into users (organization_id, id, role, status, email, last_name)
    select ${organization.id}, gen_random_uuid(), 'user', 'active', 'mass-' || n || '@home.example', 'Massenhaft'
    from generate_series(1, 1100) n`;
  const pages = await walk("massenhaft");
  expect(pages[0]?.total).toEqual({ count: 1000, isMore: true });
  expect(
    new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size,
  ).toBeGreaterThanOrEqual(1000);
});

it("shows some devices and open cases, the worst first, and how many there are", async () => {
  const { rows } = await searchCustomers(agent, { search: organization.endUser.email });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ deviceCount: 10, openCaseCount: 3, ownedMatches: [] });
  expect(rows[0]?.devices).toHaveLength(6);
  expect(rows[0]?.openCases.map(({ number }) => number)).toEqual([1022, 1020]);
});

it.each([
  ["771205", "device", "KEBA P30", "SN-771205"],
  ["AT 001000 0000 123 4567", "meter", "AT00100000001234567", "AT00100000001234567"],
  ["#1021", "case", "#1021 Case of 1", "#1021"],
  ["7391", "case", "#7391 Solved", "#7391"],
])("says why somebody is found by %s", async (search, kind, name, text) => {
  const { rows } = await searchCustomers(agent, { search });
  expect(rows.map(({ ownedMatches }) => ownedMatches)).toEqual([
    [{ userId: organization.endUser.id, kind, name, text }],
  ]);
});

it("finds by the id of a customer, a device and a building", async () => {
  for (const search of [organization.endUser.id, organization.deviceId, organization.buildingId]) {
    const { rows, total } = await searchCustomers(agent, { search });
    expect(rows.map(({ id }) => id)).toEqual([organization.endUser.id]);
    expect(total).toEqual({ count: 1, isMore: false });
  }
  const { rows } = await searchCustomers(agent, { search: uuidv7() });
  expect(rows).toEqual([]);
});

it.each(["", "a", " ", "-- &", "…"])("finds nobody by %j", async (search) => {
  expect(await searchCustomers(agent, { search })).toMatchObject({
    rows: [],
    total: { count: 0, isMore: false },
  });
});

it("stays within the organization", async () => {
  const other = await createOrganization(tables);
  const { rows } = await searchCustomers(actorOf(other.staff), { search: "zwoelfender" });
  expect(rows).toEqual([]);
});

describe("with many records", () => {
  let big: TestOrganization;
  let someIds: string[];
  beforeAll(async () => {
    big = await createOrganization(tables);
    await fillOrganization(client, big.id, {
      endUsers: 20_000,
      buildings: 24_000,
      devices: 40_000,
    });
    await client`
      insert into cases (organization_id, id, number, subject, user_id, created_by_name)
      select organization_id, gen_random_uuid(), row_number() over (), 'Case', id, 'A' from users
      where organization_id = ${big.id} and role = 'user'`;
    await client`vacuum analyze`;
    const rows = await client<{ id: string }[]>`
      select id from users where organization_id = ${big.id} and role = 'user' order by id limit 12`;
    someIds = rows.map(({ id }) => id);
  }, 120_000);

  const plan = async (statement: SQL, options: string) => {
    const rows = await database.read(big.id, async (transaction) => {
      // The first search of a connection reads the catalogue too.
      await transaction.execute(statement);
      return queryRows<{ "QUERY PLAN": string }>(
        transaction,
        sql`explain (${sql.raw(options)}) ${statement}`,
      );
    });
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };

  it.each([
    ["devices", () => devicesOf(someIds)],
    ["open cases", () => openCasesOf(someIds)],
    ["what was found", () => ownedMatchesOf([["771205", "at00123456789"]], someIds)],
  ])("the %s of a page are read from indexes", async (_, statement) => {
    expect(await plan(statement(), "costs off")).not.toMatch(/Seq Scan/);
  });

  it.each([
    "0660 1234567",
    "+43 660 1234567",
    "Müllerbauer",
    "Haupstr. 17x",
    "AT00 19999",
    "AT0012345678",
    "zzz-99999999",
    "#19999",
    "C-10019999",
    "Gruberhofer Bahnhofstr. 12",
  ])("searching %s reads no table", async (search) => {
    const words = searchWords(search, (digits) => searchedPhoneDigits(digits, "AT"));
    const found = sql`select count(*) from search_end_users(${JSON.stringify(words)}::jsonb, '{}'::jsonb, 1000)`;
    const text = await plan(found, "analyze, buffers, costs off");
    const buffers = Number(/shared hit=(\d+)/.exec(text)?.[1]);
    const [pages] =
      await client`select sum(relpages)::int as count from pg_class where relname in ('users', 'buildings', 'devices')`;
    expect(buffers, text).toBeLessThan(pages?.count / 2);
  });
});
