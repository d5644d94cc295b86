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
import type { Actor, EndUser, Member } from "../lib/core/access/actor";
import { hashSessionToken, newSessionToken } from "./session-cookie";

/** Past row-level security, as the owner: for preparing and inspecting, never for what is tested. */
export function ownerConnection(url: string) {
  const client = postgres(url, { max: 2, onnotice: () => {} });
  return { client, tables: drizzle(client, { casing: "snake_case" }) };
}

type Tables = ReturnType<typeof ownerConnection>["tables"];

export type TestOrganization = Awaited<ReturnType<typeof createOrganization>>;

/**
 * An organization with one person of each role, a second end-user, and a device with its home. Its rows are
 * sent one after another without waiting for answers: thousands of tests begin with this.
 */
export async function createOrganization(tables: Tables, passwordHash: string | null = null) {
  const id = uuidv7();
  const mark = randomBytes(4).toString("hex");
  const admin = newPerson(id, "admin", `admin-${mark}@utility.example`);
  const staff = newPerson(id, "staff", `staff-${mark}@utility.example`);
  const endUser = newPerson(id, "user", `user-${mark}@home.example`);
  const otherEndUser = newPerson(id, "user", `other-${mark}@home.example`);
  const owned = { organizationId: id, userId: endUser.id };
  const buildingId = uuidv7();
  const contractId = uuidv7();
  const deviceId = uuidv7();
  await tables.transaction((transaction) =>
    Promise.all([
      transaction
        .insert(organizations)
        .values({
          id,
          name: `Utility ${mark}`,
          slug: `utility-${mark}`,
          environment: "production",
        })
        .execute(),
      ...insertPeople(transaction, [admin, staff, endUser], passwordHash),
      ...insertPeople(transaction, [otherEndUser], null),
      transaction
        .insert(buildings)
        .values({ ...owned, id: buildingId, name: `Home ${mark}` })
        .execute(),
      transaction
        .insert(energyContracts)
        .values({ ...owned, id: contractId, buildingId, supplier: `Alpenstrom ${mark}` })
        .execute(),
      transaction
        .insert(devices)
        .values({
          ...owned,
          id: deviceId,
          buildingId,
          kind: "heat_pump",
          manufacturer: "Nibe",
          model: "S2125-8",
          isAuthenticated: true,
          lifecycleState: "authenticated",
          currentStateLastUpdatedAt: new Date(),
        })
        .execute(),
      transaction
        .insert(heatPumps)
        .values({ organizationId: id, deviceId, outdoorTemperature: 4.5 })
        .execute(),
    ]),
  );
  return { id, mark, admin, staff, endUser, otherEndUser, buildingId, contractId, deviceId };
}

export type TestPerson = ReturnType<typeof newPerson>;

type Transaction = Parameters<Parameters<Tables["transaction"]>[0]>[0];

/** A person with an open session. */
export async function createPerson(
  tables: Tables,
  organizationId: string,
  role: "admin" | "staff" | "user",
  email: string,
  passwordHash: string | null = null,
): Promise<TestPerson> {
  const person = newPerson(organizationId, role, email);
  await tables.transaction((transaction) =>
    Promise.all(insertPeople(transaction, [person], passwordHash)),
  );
  return person;
}

function newPerson(organizationId: string, role: "admin" | "staff" | "user", email: string) {
  const name = `Test Secret-${email.split("@")[0]}`;
  const sessionToken = newSessionToken(organizationId);
  return { organizationId, id: uuidv7(), sessionId: uuidv7(), sessionToken, role, email, name };
}

function insertPeople(
  transaction: Transaction,
  people: TestPerson[],
  passwordHash: string | null,
): Promise<unknown>[] {
  const members = people.filter(({ role }) => role !== "user");
  const expiresAt = new Date(Date.now() + 3_600_000);
  return [
    transaction
      .insert(users)
      .values(
        people.map(({ organizationId, id, role, email, name }) => ({
          organizationId,
          id,
          role,
          status: "active" as const,
          email,
          firstName: "Test",
          lastName: name.slice("Test ".length),
          passwordHash,
          termsVersion: role === "user" ? null : "2026-11",
        })),
      )
      .execute(),
    ...(members.length > 0
      ? [
          transaction
            .insert(roleAssignments)
            .values(
              members.map(({ organizationId, id, role }) => ({
                organizationId,
                userId: id,
                role,
                reason: "Made for a test",
              })),
            )
            .execute(),
        ]
      : []),
    transaction
      .insert(sessions)
      .values(
        people.map(({ organizationId, id, sessionId, sessionToken }) => ({
          organizationId,
          id: sessionId,
          tokenHash: hashSessionToken(sessionToken),
          userId: id,
          expiresAt,
        })),
      )
      .execute(),
  ];
}

const requestId = "test-request";

export function actorOf(person: Omit<TestPerson, "sessionToken">): Member | EndUser {
  const { organizationId, sessionId, name, role } = person;
  const common = { organizationId, sessionId, name, requestId, userId: person.id };
  return role === "user"
    ? { kind: "end-user", role, ...common }
    : { kind: "member", role, ...common };
}

export function restrictedOf(person: TestPerson): Actor {
  const { organizationId, sessionId, name } = person;
  return {
    kind: "restricted",
    role: "restricted",
    organizationId,
    sessionId,
    name,
    requestId,
    userId: person.id,
  };
}

export function anonymousActor(organizationId: string): Actor & { kind: "anonymous" } {
  return { kind: "anonymous", role: "anonymous", organizationId, requestId };
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
