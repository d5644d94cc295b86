import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillOrganization } from "@/bench/big-organization";
import { createDatabase, type Database, type Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { tags } from "@/db/schema";
import { buildingListSchema } from "@/lib/customers/buildings/building-list-schema";
import { buildingList } from "@/lib/customers/buildings/list-buildings";
import { endUserListSchema } from "@/lib/customers/end-users/end-user-list-schema";
import { endUserList } from "@/lib/customers/end-users/list-end-users";
import { deviceListSchema } from "@/lib/devices/devices/device-list-schema";
import { deviceList } from "@/lib/devices/devices/list-devices";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { pageSizes } from "./list-input";

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
let database: Database;
let big: TestOrganization;

beforeAll(async () => {
  for (let count = 0; count < 20; count++) {
    const small = await createOrganization(owner.tables);
    await fillOrganization(owner.client, small.id, { endUsers: 50, buildings: 60, devices: 120 });
  }
  big = await createOrganization(owner.tables);
  await fillOrganization(owner.client, big.id, {
    endUsers: 20_000,
    buildings: 24_000,
    devices: 40_000,
  });
  await tagEvery(3, big.id, "VIP");
  // One tag among others, so that reading all of them is no short way to it.
  await tagEvery(1, big.id, "Newsletter");
  await owner.client`vacuum analyze`;
  database = createDatabase(url, { connections: 1 });
}, 180_000);
afterAll(async () => {
  await database.close();
  await owner.client.end();
});

/** A tag that every n-th of the end-users carries. */
async function tagEvery(nth: number, organizationId: string, name: string): Promise<void> {
  const id = uuidv7();
  await owner.tables.insert(tags).values({ organizationId, id, name });
  await owner.tables.execute(sql`
    insert into end_user_tags (organization_id, tag_id, user_id)
    select organization_id, ${id}, id from (
      select organization_id, id, row_number() over (order by id) as number from users
      where organization_id = ${organizationId} and role = 'user') numbered
    where number % ${nth} = 0`);
}

type Parameters = Record<string, string>;

/** Every choice of each filter alone, and some that people would make together. */
const lists: {
  name: string;
  sorts: readonly string[];
  filters: Parameters[];
  statement: (transaction: Transaction, parameters: Parameters) => Promise<SQL>;
}[] = [
  {
    name: "end-users",
    sorts: endUserListSchema.sorts,
    filters: [
      {},
      { state: "invited" },
      { state: "archived" },
      { country: "AT" },
      { country: "EE" },
      { building: "without" },
      { contract: "without" },
      { devices: "disconnected" },
      { devices: "none" },
      { postalCode: "45" },
      { createdUntil: "2020-01-01" },
      { createdFrom: "2020-01-01" },
      { seenFrom: "2026-01-01", seenUntil: "2026-02-01" },
      { devices: "disconnected", contract: "without", country: "DE", state: "suspended" },
      { devices: "disconnected", postalCode: "1" },
      { tag: "vip" },
      { tag: "nobody" },
      { tag: "vip", devices: "disconnected", createdFrom: "2020-01-01" },
      { state: "active", createdFrom: "2020-01-01", createdUntil: "2030-01-01" },
    ],
    statement: (transaction, parameters) =>
      endUserList.pageStatement(transaction, endUserListSchema.input.parse(parameters)),
  },
  {
    name: "buildings",
    sorts: buildingListSchema.sorts,
    filters: [
      {},
      { country: "DE" },
      { contract: "without" },
      { devices: "without" },
      { photovoltaic: "with" },
      { postalCode: "45" },
      { createdFrom: "2020-01-01" },
      { photovoltaic: "with", devices: "with", contract: "without", country: "AT" },
    ],
    statement: (transaction, parameters) =>
      buildingList.pageStatement(transaction, buildingListSchema.input.parse(parameters)),
  },
  {
    name: "devices",
    sorts: deviceListSchema.sorts,
    filters: [
      {},
      { kind: "wallbox" },
      { manufacturer: "Nibe" },
      { model: "EV6" },
      { connection: "error" },
      { connection: "disconnected" },
      { optimization: "off" },
      { silentHours: "24" },
      { waitingHours: "720" },
      { waitingHours: "24", manufacturer: "IDM" },
      { kind: "heat_pump", connection: "pending", optimization: "off" },
      { search: "nibe" },
      { createdUntil: "2020-01-01", kind: "wallbox" },
    ],
    statement: (transaction, parameters) =>
      deviceList.pageStatement(transaction, deviceListSchema.input.parse(parameters)),
  },
];

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

async function planOf(statement: SQL): Promise<Plan[]> {
  const [row] = await database.read(big.id, (transaction) =>
    queryRows<{ "QUERY PLAN": { Plan: Plan }[] }>(
      transaction,
      sql`explain (analyze, format json) ${statement}`,
    ),
  );
  return row?.["QUERY PLAN"][0] ? nodes(row["QUERY PLAN"][0].Plan) : [];
}

/** A cursor into the middle: the sort value of any kind that the far half lies behind. */
function cursorOf(sort: string): string {
  const value = { created: "2026-11-24T00:00:00Z", seen: "2026-08-01T00:00:00Z" }[sort] ?? "m";
  const moment = sort === "waiting" ? "2026-10-01T00:00:00Z" : value;
  const id = "80000000-0000-7000-8000-000000000000";
  return Buffer.from(JSON.stringify(["after", moment, id])).toString("base64url");
}

/** How many rows are read, sorted or left out for each row of a page, at most. */
const MAX_READ_PER_ROW = 40;

describe.each(lists)("each page of $name", ({ sorts, filters, statement }) => {
  const pages = filters.flatMap((filter) =>
    sorts.flatMap((sort) =>
      ["asc", "desc"].map((direction): Parameters => ({ ...filter, sort, direction })),
    ),
  );

  it.each(pages.map((parameters) => [JSON.stringify(parameters), parameters] as const))(
    "%s is read from an index, as the application role, at its beginning and further on",
    async (_, parameters) => {
      const first = await database.read(big.id, (transaction) =>
        statement(transaction, parameters),
      );
      // A range decides the sort, and a cursor of another sort would be none of this page's.
      const isOwnSort = !Object.keys(parameters).some((name) =>
        /postalCode|tag|From|Until|Hours|connection/.test(name),
      );
      const statements: { statement: SQL; size: number }[] = [
        { statement: first, size: pageSizes[0] },
      ];
      const size = Math.max(...pageSizes);
      const largest = { ...parameters, size: String(size) };
      statements.push({
        statement: await database.read(big.id, (transaction) => statement(transaction, largest)),
        size,
      });
      if (isOwnSort && parameters.sort !== "waiting") {
        const further = { ...parameters, cursor: cursorOf(parameters.sort ?? "") };
        statements.push({
          statement: await database.read(big.id, (transaction) => statement(transaction, further)),
          size: pageSizes[0],
        });
      }
      for (const one of statements) {
        const maxRead = MAX_READ_PER_ROW * one.size;
        for (const node of await planOf(one.statement)) {
          const said = JSON.stringify(node);
          expect(node["Node Type"], said).not.toBe("Seq Scan");
          if (/^(Incremental )?Sort$/.test(node["Node Type"])) {
            expect(node.Plans?.[0]?.["Actual Rows"], said).toBeLessThanOrEqual(maxRead);
          }
          expect(node["Rows Removed by Filter"] ?? 0, said).toBeLessThanOrEqual(maxRead);
        }
      }
    },
  );
});

it.each([
  "role in ('admin', 'staff') and deleted_at is null order by sort_name, id limit 26",
  "role = 'admin' and status = 'active' and deleted_at is null limit 200",
])("finds the team among its customers by a separate index: %s", async (condition) => {
  const plan = await planOf(sql`select id from users where ${sql.raw(condition)}`);
  expect(JSON.stringify(plan)).toContain("users_of_team");
  for (const node of plan) expect(node["Node Type"]).not.toBe("Seq Scan");
});
