import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { apiClients, buildings, users } from "@/db/schema";
import { callingOrganization } from "@/testing/calling-organization";

const api = callingOrganization();
const { tables, call, ofEndUser } = api;

const CUSTOMERS = 2500;

async function addCustomers() {
  const { id: organizationId, mark } = api.organization;
  const people = Array.from({ length: CUSTOMERS }, (_, index) => ({
    organizationId,
    role: "user" as const,
    status: "active" as const,
    email: `w${index}-${mark}@home.example`,
  }));
  await tables.insert(users).values(people);
}

it("answers all customers, each once, to a client that knows no pages", async () => {
  await addCustomers();
  const response = await call("listUsers");
  expect(response.headers.get("content-type")).toBe("application/json");
  const people: { id: string; role: string }[] = await response.json();
  const customers = people.filter(({ role }) => role === "user");
  expect(new Set(customers.map(({ id }) => id)).size).toBe(CUSTOMERS + 2);
  expect(customers.length).toBe(CUSTOMERS + 2);
  const page = await call("listUsers", { query: { limit: "1000" } });
  expect(await page.json()).toHaveLength(1000);
  expect(page.headers.get("link")).toContain('rel="next"');
  const filtered = await call("listUsers", { query: { role: "user", sort: "email" } });
  expect(await filtered.json()).toHaveLength(CUSTOMERS + 2);
});

it("answers all buildings of a person", async () => {
  const { id: organizationId, endUser } = api.organization;
  const rows = Array.from({ length: 1200 }, (_, index) => ({
    organizationId,
    userId: endUser.id,
    name: `House ${index}`,
  }));
  await tables.insert(buildings).values(rows);
  const response = await call("listBuildings", { params: ofEndUser() });
  const list: { id: string }[] = await response.json();
  expect(new Set(list.map(({ id }) => id)).size).toBe(1201);
});

it("breaks a list off when its client is revoked", async () => {
  await addCustomers();
  const response = await call("listUsers");
  const reader = response.body?.getReader();
  await reader?.read();
  await tables
    .update(apiClients)
    .set({ revokedAt: new Date() })
    .where(eq(apiClients.id, api.clientId));
  const rest = async () => {
    while (!(await reader?.read())?.done);
  };
  await expect(rest()).rejects.toThrow("broke off");
});
