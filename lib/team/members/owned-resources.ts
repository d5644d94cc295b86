import "server-only";
import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { apiClients, apiSecrets, auditStreams, users, webhooks } from "@/db/schema";
import { now } from "@/lib/core/clock";

const maxListed = 200;

/** Whether an API client is owned by a person and not revoked. */
export const isOwnedClient = (userId: string) =>
  and(eq(apiClients.ownerId, userId), isNull(apiClients.revokedAt));

/** API clients that a person owns and that are not revoked. */
export function ownedClients(transaction: Transaction, userId: string) {
  return transaction
    .select({ id: apiClients.id, name: apiClients.name })
    .from(apiClients)
    .where(isOwnedClient(userId))
    .orderBy(asc(apiClients.name))
    .limit(maxListed);
}

/** Secrets that still work and that a person saw when they were made. */
export async function seenSecrets(transaction: Transaction, userId: string) {
  const rows = await transaction
    .select({ id: apiSecrets.id, clientId: apiSecrets.clientId })
    .from(apiSecrets)
    .where(
      and(
        eq(apiSecrets.seenBy, userId),
        or(isNull(apiSecrets.expiresAt), gt(apiSecrets.expiresAt, now())),
      ),
    )
    .limit(maxListed);
  if (rows.length === 0) return [];
  const clients = await transaction
    .select({ id: apiClients.id, name: apiClients.name })
    .from(apiClients)
    .where(
      and(
        inArray(
          apiClients.id,
          rows.map((row) => row.clientId),
        ),
        isNull(apiClients.revokedAt),
      ),
    );
  const nameOf = new Map(clients.map((client) => [client.id, client.name]));
  return rows.flatMap(({ id, clientId }) => {
    const clientName = nameOf.get(clientId);
    return clientName === undefined ? [] : [{ id, clientId, clientName }];
  });
}

/** Whether the person saw the secret that signs the audit stream. */
export async function hasSeenStreamSecret(transaction: Transaction, userId: string) {
  const [stream] = await transaction
    .select({ url: auditStreams.url })
    .from(auditStreams)
    .where(eq(auditStreams.secretSeenBy, userId));
  return stream !== undefined;
}

/** Webhooks whose present secret the person saw when it was made. */
export function seenWebhooks(transaction: Transaction, userId: string) {
  return transaction
    .select({ id: webhooks.id, name: webhooks.name })
    .from(webhooks)
    .where(eq(webhooks.secretSeenBy, userId))
    .orderBy(asc(webhooks.name))
    .limit(maxListed);
}

/** Whether a member has temporary access that the person granted: somebody has to be told when it ends. */
export const isGrantedAccessEnd = (userId: string) =>
  and(eq(users.accessEndSetBy, userId), isNull(users.accessEndedAt), isNull(users.deletedAt));

/** Members whose temporary access the person granted. */
export function grantedAccessEnds(transaction: Transaction, userId: string) {
  return transaction
    .select({ id: users.id })
    .from(users)
    .where(isGrantedAccessEnd(userId))
    .limit(maxListed);
}
