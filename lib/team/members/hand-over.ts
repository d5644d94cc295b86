import "server-only";
import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  apiClients,
  apiSecrets,
  auditStreams,
  cases,
  savedViews,
  users,
  webhooks,
} from "@/db/schema";
import { type Actor, isPerson } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { personName } from "@/lib/core/people/person-name";
import type { ChosenOwners } from "./new-owners";
import {
  grantedAccessEnds,
  hasSeenStreamSecret,
  ownedClients,
  seenSecrets,
  seenWebhooks,
} from "./owned-resources";

/**
 * Gives what a leaving member owns to the chosen members, revokes API clients that nobody takes over, and marks the
 * secrets that the member saw for rotation.
 * @returns what the summary of the offboarding says about it
 */
export async function transferOwnership(
  transaction: Transaction,
  actor: Actor,
  leaverId: string,
  owners: ChosenOwners,
) {
  const clients = await transferClients(transaction, leaverId, owners.clients?.id);
  const handedOverAccessEnds = await transferAccessEnds(
    transaction,
    leaverId,
    owners.accessEnds?.id,
  );
  const viewOwner = owners.views ?? (await findRemainingAdmin(transaction, actor));
  const handedOverViews = await transferViews(transaction, leaverId, viewOwner.id);
  const handedOverCases = await transferCases(transaction, leaverId, owners.cases?.id);
  const isHandedOver = clients.handedOverClients.length > 0;
  return {
    ...clients,
    handedOverAccessEnds,
    handedOverViews,
    handedOverCases,
    caseOwnerName: handedOverCases > 0 ? (owners.cases?.name ?? null) : null,
    clientOwnerName: isHandedOver ? (owners.clients?.name ?? null) : null,
    viewOwnerName: handedOverViews > 0 ? viewOwner.name : null,
    accessOwnerName: handedOverAccessEnds > 0 ? (owners.accessEnds?.name ?? null) : null,
  };
}

/** Gives the leaver's open cases to their new owner, or back to the team. */
async function transferCases(
  transaction: Transaction,
  leaverId: string,
  ownerId: string | undefined,
): Promise<number> {
  const transferred = await transaction
    .update(cases)
    .set({ assigneeId: ownerId ?? null, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.assigneeId, leaverId), ne(cases.state, "solved")))
    .returning({ id: cases.id });
  return transferred.length;
}

/**
 * The person who takes over shared views where nobody was chosen: the admin who removes the member, or the
 * longest-serving active admin where an API client does. A client has no row in `users`, which owners of views refer to.
 */
async function findRemainingAdmin(transaction: Transaction, actor: Actor) {
  if (isPerson(actor)) return { id: actor.userId, name: actor.name };
  const [admin] = await transaction
    .select()
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.status, "active"), isNull(users.deletedAt)))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1);
  if (!admin) throw new Error("The organization has no active admin.");
  return { id: admin.id, name: personName(admin) };
}

/** Hands over or revokes API clients, and marks every secret that the leaver saw for rotation. */
async function transferClients(
  transaction: Transaction,
  leaverId: string,
  ownerId: string | undefined,
) {
  const toRotate = await seenSecrets(transaction, leaverId);
  const clients = await ownedClients(transaction, leaverId);
  await transaction
    .update(apiClients)
    .set(ownerId ? { ownerId } : { revokedAt: now() })
    .where(and(eq(apiClients.ownerId, leaverId), isNull(apiClients.revokedAt)));
  if (toRotate.length > 0) {
    await transaction
      .update(apiSecrets)
      .set({ rotationDueSince: now() })
      .where(
        inArray(
          apiSecrets.id,
          toRotate.map((secret) => secret.id),
        ),
      );
  }
  const isAuditStreamToRotate = await hasSeenStreamSecret(transaction, leaverId);
  if (isAuditStreamToRotate) {
    await transaction
      .update(auditStreams)
      .set({ rotationDueSince: now() })
      .where(eq(auditStreams.secretSeenBy, leaverId));
  }
  const webhooksToRotate = await seenWebhooks(transaction, leaverId);
  await transaction
    .update(webhooks)
    .set({ rotationDueSince: now() })
    .where(eq(webhooks.secretSeenBy, leaverId));
  const names = clients.map((client) => client.name);
  const revoked = new Set(ownerId ? [] : clients.map((client) => client.id));
  const remaining = toRotate.filter((secret) => !revoked.has(secret.clientId));
  return {
    handedOverClients: ownerId ? names : [],
    revokedClients: ownerId ? [] : names,
    clientsToRotate: [
      ...new Set(remaining.map((secret) => secret.clientName)),
      ...webhooksToRotate.map(({ name }) => name),
    ],
    isAuditStreamToRotate,
  };
}

/** Names who is told when temporary access ends that the leaver granted. */
async function transferAccessEnds(
  transaction: Transaction,
  leaverId: string,
  ownerId: string | undefined,
): Promise<number> {
  const granted = await grantedAccessEnds(transaction, leaverId);
  await transaction
    .update(users)
    .set({ accessEndSetBy: ownerId ?? null })
    .where(and(eq(users.accessEndSetBy, leaverId), isNull(users.deletedAt)));
  return ownerId ? granted.length : 0;
}

/**
 * Gives views that the team shares to their new owner and deletes private ones.
 * @returns how many were handed over
 */
async function transferViews(
  transaction: Transaction,
  leaverId: string,
  ownerId: string,
): Promise<number> {
  const shared = await transaction
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.ownerId, leaverId), eq(savedViews.isShared, true)));
  await transaction.delete(savedViews).where(eq(savedViews.ownerId, leaverId));
  if (shared.length === 0) return 0;
  // Inserted again, so that a view whose name the new owner already uses can be left out.
  const kept = await transaction
    .insert(savedViews)
    .values(shared.map((view) => ({ ...view, ownerId })))
    .onConflictDoNothing()
    .returning({ id: savedViews.id });
  return kept.length;
}
