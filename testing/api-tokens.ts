import { createHash } from "node:crypto";
import type { drizzle } from "drizzle-orm/postgres-js";
import { v7 as uuidv7 } from "uuid";
import { apiAccessTokens, apiClients, personalTokens } from "../db/schema";
import { allScopes } from "../lib/core/access/scopes";
import { createBearerToken } from "../lib/identity/api-credentials/bearer-token";
import type { TestOrganization, TestPerson } from "./organization";

type Tables = ReturnType<typeof drizzle>;

const inAnHour = () => new Date(Date.now() + 3_600_000);

/** A client of the organization with a token that works. */
export async function addClientToken(
  organization: TestOrganization,
  tables: Tables,
  scopes: readonly string[] = allScopes,
): Promise<{ token: string; clientId: string }> {
  const clientId = uuidv7();
  const { token, tokenHash } = createBearerToken("access", organization.id);
  const common = { organizationId: organization.id, scopes: [...scopes] };
  await tables
    .insert(apiClients)
    .values({ ...common, id: clientId, name: "Test client", ownerId: organization.admin.id });
  await tables
    .insert(apiAccessTokens)
    .values({ ...common, clientId, tokenHash, expiresAt: inAnHour() });
  return { token, clientId };
}

/** A person's own token. */
export async function addPersonalToken(
  person: TestPerson,
  tables: Tables,
  scopes: readonly string[] = allScopes,
): Promise<string> {
  const { token, tokenHash } = createBearerToken("personal", person.organizationId);
  await tables.insert(personalTokens).values({
    organizationId: person.organizationId,
    userId: person.id,
    name: "Test token",
    tokenHash,
    ending: createHash("sha256").update(token).digest("hex").slice(0, 4),
    scopes: [...scopes],
    expiresAt: inAnHour(),
  });
  return token;
}
