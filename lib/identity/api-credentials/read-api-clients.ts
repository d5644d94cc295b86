import "server-only";
import { and, desc, eq, exists, gt, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { apiClients, apiSecrets, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { matchingWords } from "@/lib/core/lists/matching-words";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { personName } from "@/lib/core/people/person-name";
import { defineQuery } from "@/lib/define-use-case";
import { apiClientReference, listApiClientsInput } from "./api-credentials-schema";
import { clientIdentifier } from "./api-secret";
import { findApiClient } from "./find-api-client";

export type ApiClientState = "active" | "expired" | "revoked";

function stateOf(client: { revokedAt: Date | null; expiresAt: Date | null }): ApiClientState {
  if (client.revokedAt) return "revoked";
  return client.expiresAt && client.expiresAt <= now() ? "expired" : "active";
}

/** A secret that works today and was seen by somebody who has left. */
const dueSecret = (transaction: Transaction) =>
  exists(
    transaction
      .select({ one: sql`1` })
      .from(apiSecrets)
      .where(
        and(
          eq(apiSecrets.organizationId, apiClients.organizationId),
          eq(apiSecrets.clientId, apiClients.id),
          isNotNull(apiSecrets.rotationDueSince),
          or(isNull(apiSecrets.expiresAt), gt(apiSecrets.expiresAt, now())),
        ),
      ),
  );

/** A page of the organization's API clients, the newest first. */
export const listApiClients = defineQuery({
  name: "listApiClients",
  input: listApiClientsInput,
  requires: { action: "read", resource: "api-credentials" },
  async run({ input, transaction }) {
    const { where, orderBy, toPage } = newestFirst(apiClients, input);
    const conditions: (SQL | undefined)[] = [
      ...matchingWords(sql`normalize_for_search(${apiClients.name})`, input.search),
      ...stateConditions(transaction, input.state),
      input.owner ? eq(apiClients.ownerId, input.owner) : undefined,
    ];
    const found = await transaction
      .select({
        id: apiClients.id,
        name: apiClients.name,
        scopes: apiClients.scopes,
        expiresAt: apiClients.expiresAt,
        revokedAt: apiClients.revokedAt,
        lastUsedAt: apiClients.lastUsedAt,
        createdAt: apiClients.createdAt,
        isRotationDue: sql<boolean>`${dueSecret(transaction)}`,
      })
      .from(apiClients)
      .where(and(...conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(found, input.size);
    return {
      ...page,
      rows: page.rows.map((client) => ({ ...client, state: stateOf(client) })),
      total: await countUpToLimit(transaction, apiClients, and(...conditions)),
    };
  },
});

function stateConditions(
  transaction: Transaction,
  state: "active" | "expired" | "revoked" | "rotation-due" | undefined,
): (SQL | undefined)[] {
  const unexpired = or(isNull(apiClients.expiresAt), gt(apiClients.expiresAt, now()));
  switch (state) {
    case "active":
      return [isNull(apiClients.revokedAt), unexpired];
    case "expired":
      return [isNull(apiClients.revokedAt), lte(apiClients.expiresAt, now())];
    case "revoked":
      return [isNotNull(apiClients.revokedAt)];
    case "rotation-due":
      return [isNull(apiClients.revokedAt), unexpired, dueSecret(transaction)];
    default:
      return [];
  }
}

/** One client with its secrets, of which only the first characters are known. */
export const getApiClient = defineQuery({
  name: "getApiClient",
  input: apiClientReference,
  requires: { action: "read", resource: "api-credentials" },
  async run({ input, transaction }) {
    const client = await findApiClient(transaction, input.id);
    const [owner] = await transaction.select().from(users).where(eq(users.id, client.ownerId));
    const secrets = await transaction
      .select({
        id: apiSecrets.id,
        prefix: apiSecrets.prefix,
        createdAt: apiSecrets.createdAt,
        expiresAt: apiSecrets.expiresAt,
        lastUsedAt: apiSecrets.lastUsedAt,
        rotationDueSince: apiSecrets.rotationDueSince,
      })
      .from(apiSecrets)
      .where(eq(apiSecrets.clientId, client.id))
      .orderBy(desc(apiSecrets.createdAt))
      .limit(10);
    const isGood = (secret: { expiresAt: Date | null }) =>
      !secret.expiresAt || secret.expiresAt > now();
    return {
      id: client.id,
      name: client.name,
      identifier: clientIdentifier(client),
      scopes: client.scopes,
      allowedAddresses: client.allowedAddresses,
      expiresAt: client.expiresAt,
      lastUsedAt: client.lastUsedAt,
      createdAt: client.createdAt,
      revokedAt: client.revokedAt,
      state: stateOf(client),
      ownerName: owner && personName(owner),
      secrets: secrets.map((secret) => ({ ...secret, isGood: isGood(secret) })),
      isRotationDue: secrets.some((secret) => secret.rotationDueSince && isGood(secret)),
    };
  },
});
