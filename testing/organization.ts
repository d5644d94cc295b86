import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import {
  buildings,
  devices,
  energyContracts,
  heatPumps,
  organizations,
  roleAssignments,
  sessions,
  users,
} from "../db/schema";
import type { Actor, EndUser, Member } from "../lib/access/actor";

/** Past row-level security, as the owner: for preparing and inspecting, never for what is tested. */
export function ownerConnection(url: string) {
  const client = postgres(url, { max: 2, onnotice: () => {} });
  return { client, tables: drizzle(client, { casing: "snake_case" }) };
}

type Tables = ReturnType<typeof ownerConnection>["tables"];

export type TestOrganization = Awaited<ReturnType<typeof createOrganization>>;

/** An organization with one person of each role, a second end-user, and a device with its home. */
export async function createOrganization(tables: Tables, passwordHash: string | null = null) {
  const id = uuidv7();
  const mark = randomBytes(4).toString("hex");
  await tables.insert(organizations).values({
    id,
    name: `Utility ${mark}`,
    slug: `utility-${mark}`,
    environment: "production",
  });
  const admin = await createPerson(
    tables,
    id,
    "admin",
    `admin-${mark}@utility.example`,
    passwordHash,
  );
  const staff = await createPerson(
    tables,
    id,
    "staff",
    `staff-${mark}@utility.example`,
    passwordHash,
  );
  const endUser = await createPerson(tables, id, "user", `user-${mark}@home.example`, passwordHash);
  const otherEndUser = await createPerson(tables, id, "user", `other-${mark}@home.example`, null);
  const buildingId = uuidv7();
  await tables
    .insert(buildings)
    .values({ organizationId: id, id: buildingId, userId: endUser.id, name: `Home ${mark}` });
  const contractId = uuidv7();
  await tables.insert(energyContracts).values({
    organizationId: id,
    id: contractId,
    userId: endUser.id,
    buildingId,
    supplier: `Alpenstrom ${mark}`,
  });
  const deviceId = await createDevice(tables, id, endUser.id, buildingId);
  return { id, mark, admin, staff, endUser, otherEndUser, buildingId, contractId, deviceId };
}

export type TestPerson = Awaited<ReturnType<typeof createPerson>>;

/** A person with an open session. */
export async function createPerson(
  tables: Tables,
  organizationId: string,
  role: "admin" | "staff" | "user",
  email: string,
  passwordHash: string | null = null,
) {
  const id = uuidv7();
  const sessionId = uuidv7();
  const lastName = `Secret-${email.split("@")[0]}`;
  await tables.insert(users).values({
    organizationId,
    id,
    role,
    status: "active",
    email,
    firstName: "Test",
    lastName,
    passwordHash,
    termsVersion: role === "user" ? null : "2026-11",
  });
  if (role !== "user") {
    await tables
      .insert(roleAssignments)
      .values({ organizationId, userId: id, role, reason: "Made for a test" });
  }
  await tables.insert(sessions).values({
    organizationId,
    id: sessionId,
    userId: id,
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  return { organizationId, id, sessionId, role, email, name: `Test ${lastName}` };
}

async function createDevice(
  tables: Tables,
  organizationId: string,
  userId: string,
  buildingId: string | null = null,
) {
  const id = uuidv7();
  await tables.insert(devices).values({
    organizationId,
    id,
    userId,
    buildingId,
    kind: "heat_pump",
    manufacturer: "Nibe",
    model: "S2125-8",
    isAuthenticated: true,
    lifecycleState: "authenticated",
    currentStateLastUpdatedAt: new Date(),
  });
  await tables.insert(heatPumps).values({ organizationId, deviceId: id, outdoorTemperature: 4.5 });
  return id;
}

const requestId = "test-request";

export function actorOf(person: TestPerson): Member | EndUser {
  const { organizationId, sessionId, name, role } = person;
  const common = { organizationId, sessionId, name, requestId, userId: person.id };
  return role === "user"
    ? { kind: "end-user", role, ...common }
    : { kind: "member", role, ...common };
}

export function newcomerOf(person: TestPerson): Actor {
  const { organizationId, sessionId, name } = person;
  return {
    kind: "newcomer",
    role: "newcomer",
    organizationId,
    sessionId,
    name,
    requestId,
    userId: person.id,
  };
}

export function visitorOf(organizationId: string): Actor & { kind: "visitor" } {
  return { kind: "visitor", role: "visitor", organizationId, requestId };
}

export function apiClientOf(organizationId: string): Actor {
  return {
    kind: "api-client",
    role: "server-to-server",
    organizationId,
    requestId,
    clientId: uuidv7(),
    name: "Test client",
  };
}
