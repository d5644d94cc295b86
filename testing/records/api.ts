import type { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import { personalTokens } from "../../db/schema";
import { createTenantToken } from "../../lib/identity/auth/tenant-token";
import type { TestOrganization, TestPerson } from "../organization";
import { addVehicle } from "./devices";

type Tables = ReturnType<typeof drizzle>;

/** A personal token of which nobody knows more than its id. */
export async function addPersonalTokenOf(person: TestPerson, tables: Tables): Promise<string> {
  const id = uuidv7();
  const { organizationId } = person;
  await tables.insert(personalTokens).values({
    organizationId,
    id,
    userId: person.id,
    name: "Script",
    tokenHash: createTenantToken(organizationId).tokenHash,
    ending: "abcd",
    scopes: ["devices:read"],
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  return id;
}

/** A vehicle, named with its owner. */
export async function addVehicleRecord(organization: TestOrganization, tables: Tables) {
  return { userId: organization.endUser.id, id: await addVehicle(organization, tables) };
}
