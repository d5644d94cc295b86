import "server-only";
import { and, asc, eq, gt, inArray, isNull, ne, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  apiClients,
  apiSecrets,
  auditStreams,
  cases,
  personalTokens,
  savedViews,
  secondFactors,
  users,
  webhooks,
} from "@/db/schema";
import { now } from "@/lib/core/clock";
import { openSessions } from "@/lib/identity/auth/open-sessions";

const maxListed = 200;

/** API clients that a person answers for and that still stand. */
export function ownedClients(transaction: Transaction, userId: string) {
  return transaction
    .select({ id: apiClients.id, name: apiClients.name })
    .from(apiClients)
    .where(and(eq(apiClients.ownerId, userId), isNull(apiClients.revokedAt)))
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

/** Colleagues whose temporary access the person granted: somebody has to be told when it ends. */
export function grantedAccessEnds(transaction: Transaction, userId: string) {
  return transaction
    .select({ id: users.id })
    .from(users)
    .where(
      and(eq(users.accessEndSetBy, userId), isNull(users.accessEndedAt), isNull(users.deletedAt)),
    )
    .limit(maxListed);
}

/** Everything a person owns, for the admin who is about to remove them. */
export async function readBelongings(transaction: Transaction, userId: string) {
  const factors = await transaction
    .select({ id: secondFactors.id })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  const tokens = await transaction
    .select({ id: personalTokens.id })
    .from(personalTokens)
    .where(and(eq(personalTokens.userId, userId), isNull(personalTokens.revokedAt)));
  const views = await transaction
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(eq(savedViews.ownerId, userId));
  const openCases = await transaction
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.assigneeId, userId), ne(cases.state, "solved")))
    .limit(maxListed);
  return {
    openCases: openCases.length,
    savedViews: views.length,
    clients: await ownedClients(transaction, userId),
    seenClients: [
      ...new Set((await seenSecrets(transaction, userId)).map(({ clientName }) => clientName)),
    ],
    seenWebhooks: (await seenWebhooks(transaction, userId)).map(({ name }) => name),
    hasSeenStreamSecret: await hasSeenStreamSecret(transaction, userId),
    accessEnds: (await grantedAccessEnds(transaction, userId)).length,
    sessions: (await openSessions(transaction, userId)).length,
    secondFactors: factors.length,
    personalTokens: tokens.length,
  };
}
