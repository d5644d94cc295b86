import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildings, users } from "@/db/schema";
import { database } from "@/lib/core/database";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { prepareStatement, prepareStatements } from "./prepared-statement";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  organization = await createOrganization(tables);
  other = await createOrganization(tables);
});
afterAll(() => client.end());

let built = 0;
const personWithBuilding = prepareStatement((transaction) => {
  built++;
  return transaction
    .select({
      person: { id: users.id, createdAt: users.createdAt },
      building: { name: buildings.name, zipCode: buildings.zipCode },
    })
    .from(users)
    .leftJoin(
      buildings,
      and(eq(buildings.organizationId, users.organizationId), eq(buildings.userId, users.id)),
    )
    .where(eq(users.id, sql.placeholder("id")));
});

const read = (of: TestOrganization, id: string) =>
  database().read(of.id, (transaction) => personWithBuilding(transaction, { id }));

it("is put together once, and reads what the query builder would", async () => {
  const [endUser] = await read(organization, organization.endUser.id);
  expect(endUser?.person.createdAt).toBeInstanceOf(Date);
  expect(endUser?.building?.name).toEqual(expect.any(String));
  const [staff] = await read(organization, organization.staff.id);
  expect(staff).toMatchObject({ person: { id: organization.staff.id }, building: null });
  expect(built).toBe(1);
});

it("belongs to the transaction that it runs in", async () => {
  const both = await Promise.all([
    read(organization, organization.endUser.id),
    read(other, organization.endUser.id),
    read(other, other.endUser.id),
  ]);
  expect(both.map(([row]) => row?.person.id)).toEqual([
    organization.endUser.id,
    undefined,
    other.endUser.id,
  ]);
});

it("is kept once for each of its shapes", async () => {
  const shapes: string[] = [];
  const people = prepareStatements((transaction, { role }: { role: "admin" | "user" }) => {
    shapes.push(role);
    return transaction
      .select({ id: users.id, role: users.role })
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
