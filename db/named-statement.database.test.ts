import { eq, getTableColumns, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildings, devices, electricVehicles, heatPumps, users } from "@/db/schema";
import { database } from "@/lib/core/database";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { aliased, aliasedOrNull, defineStatement, defineStatements } from "./named-statement";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  organization = await createOrganization(tables);
  other = await createOrganization(tables);
});
afterAll(() => client.end());

/** A value for every column that holds a free text, a number or a moment. */
function exampleOf(column: PgColumn): unknown {
  if (column.generated || column.enumValues?.length) return undefined;
  if (column.name === "country") return "AT";
  const examples: Record<string, unknown> = {
    PgTimestamp: new Date("2026-11-28T23:59:59.070Z"),
    PgDoublePrecision: -0.1,
    PgInteger: 7,
    PgBoolean: true,
    PgText: "Đorđević, “x”",
    PgVarchar: "00123",
  };
  return examples[column.columnType];
}

it.each([
  ["users", users, users.id, () => organization.endUser.id],
  ["devices", devices, devices.id, () => organization.deviceId],
  ["heat pumps", heatPumps, heatPumps.deviceId, () => organization.deviceId],
  ["electric vehicles", electricVehicles, electricVehicles.deviceId, () => organization.deviceId],
] as const)(
  "reads each column of %s as JSON has what the query builder reads",
  async (_, table, key, id) => {
    const columns: Record<string, PgColumn> = getTableColumns(table);
    const { lastSeenSort, ...finite } = columns;
    const values = Object.fromEntries(
      Object.entries(columns).flatMap(([name, column]) => {
        const example = exampleOf(column);
        return example === undefined || column.notNull ? [] : [[name, example]];
      }),
    );
    const { id: organizationId, deviceId } = organization;
    if (table === electricVehicles) await tables.insert(table).values({ organizationId, deviceId });
    await tables.update(table).set(values).where(eq(key, id()));
    const select = defineStatement((builder) =>
      builder
        .select(aliased(finite))
        .from(table)
        .where(eq(key, sql.placeholder("id"))),
    );
    const [named, built] = await database().read(organizationId, async (transaction) => [
      await select(transaction, { id: id() }),
      await transaction.select(finite).from(table).where(eq(key, id())),
    ]);
    expect(named).toHaveLength(1);
    expect(named).toEqual(JSON.parse(JSON.stringify(built)));
  },
);

const personWithBuilding = defineStatement((builder) =>
  builder
    .select({ ...aliased({ id: users.id }), ...aliasedOrNull({ home: buildings.name }) })
    .from(users)
    .leftJoin(buildings, eq(buildings.userId, users.id))
    .where(eq(users.id, sql.placeholder("id"))),
);

const read = (of: TestOrganization, id: string) =>
  database().read(of.id, (transaction) => personWithBuilding(transaction, { id }));

it("has nothing where a left join finds nothing", async () => {
  const { endUser, staff, mark } = organization;
  expect(await read(organization, endUser.id)).toEqual([{ id: endUser.id, home: `Home ${mark}` }]);
  expect(await read(organization, staff.id)).toEqual([{ id: staff.id, home: null }]);
});

it("belongs to the transaction that it runs in", async () => {
  const both = await Promise.all([
    read(organization, organization.endUser.id),
    read(other, organization.endUser.id),
    read(other, other.endUser.id),
  ]);
  expect(both.map(([row]) => row?.id)).toEqual([
    organization.endUser.id,
    undefined,
    other.endUser.id,
  ]);
});

it("does not run once its transaction has ended", async () => {
  const late = await database().read(organization.id, async (transaction) => transaction);
  await expect(personWithBuilding(late, { id: organization.staff.id })).rejects.toThrow(
    "after the end of its transaction",
  );
});

it("is written once for each of its shapes", async () => {
  const shapes: string[] = [];
  const people = defineStatements((builder, { role }: { role: "admin" | "user" }) => {
    shapes.push(role);
    return builder
      .select(aliased({ role: users.role }))
      .from(users)
      .where(eq(users.role, role))
      .limit(sql.placeholder("most"));
  });
  const rolesOf = (role: "admin" | "user", most: number) =>
    database().read(organization.id, async (transaction) =>
      (await people(transaction, { role }, { most })).map((row) => row.role),
    );
  expect(await rolesOf("admin", 5)).toEqual(["admin"]);
  expect(await rolesOf("user", 1)).toEqual(["user"]);
  expect(await rolesOf("user", 5)).toEqual(["user", "user"]);
  expect(await rolesOf("admin", 5)).toEqual(["admin"]);
  expect(shapes).toEqual(["admin", "user"]);
});
