import "server-only";
import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  apiClients,
  apiSecrets,
  auditStreams,
  cases,
  departures,
  recoveryCodes,
  savedViews,
  secondFactors,
  users,
  webhooks,
} from "@/db/schema";
import { type Actor, actorId, actorName, isPerson } from "@/lib/core/access/actor";
import { assertPresent } from "@/lib/core/assert-present";
import { now } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { isExpected, requireExpected } from "@/lib/core/records/expected-version";
import { defineCommand } from "@/lib/define-use-case";
import { endPersonalTokens } from "@/lib/identity/api-credentials/personal-tokens";
import { endSessions } from "@/lib/identity/auth/end-sessions";
import { recordReviewDecision } from "../access-reviews/record-review-decision";
import { removeMemberInput } from "./departure-schema";
import { findMember, loadMember, onMember } from "./find-member";
import { closeOpenInvitation } from "./issue-invitation";
import { isNotLastActiveAdmin } from "./last-admin";
import {
  grantedAccessEnds,
  hasSeenStreamSecret,
  ownedClients,
  seenSecrets,
  seenWebhooks,
} from "./owned-resources";

/**
 * Takes a member out for good: sessions end at once, an open invitation dies, the address is free for
 * a new invitation. What they owned goes to a successor, or their API clients are revoked; secrets
 * they had seen are marked for rotation. The record stays for the audit log.
 * @returns the number of the summary that is kept
 * @throws Invalid when the typed confirmation is not the member's address, or the successor no active
 *   admin
 * @throws Conflict `ownAccount` or `lastAdmin`
 * @throws VersionConflict when it is not the version that was named
 */
export const removeMember = defineCommand({
  name: "removeMember",
  input: removeMemberInput,
  locksOrganization: true,
  requiresStepUp: true,
  load: loadMember,
  requires: onMember("delete"),
  async run({ actor, input, transaction, subject: member }) {
    if (input.id === actorId(actor)) throw new Conflict("ownAccount");
    requireExpected(member, input.version);
    if (input.confirmation.toLowerCase() !== member.email.toLowerCase()) {
      throw new Invalid({ confirmation: "confirmation" });
    }
    const successor = await findSuccessor(transaction, input.successorId, member.id);
    const [removed] = await transaction
      .update(users)
      .set({ deletedAt: now(), passwordHash: null })
      .where(
        and(
          eq(users.id, member.id),
          isExpected(users.version, input.version),
          isNotLastActiveAdmin(),
        ),
      )
      .returning({ id: users.id });
    if (!removed) {
      requireExpected(await findMember(transaction, member.id), input.version);
      throw new Conflict("lastAdmin");
    }
    await recordReviewDecision(transaction, actor, member.id, "removed", input.reason);
    await closeOpenInvitation(transaction, member.id, "removed");
    const endedSessions = await endSessions(transaction, member.id, "removed");
    const revokedPersonalTokens = await endPersonalTokens(transaction, member.id);
    const factors = await transaction
      .delete(secondFactors)
      .where(eq(secondFactors.userId, member.id))
      .returning({ id: secondFactors.id });
    await transaction.delete(recoveryCodes).where(eq(recoveryCodes.userId, member.id));
    const inherited = await passOn(transaction, member.id, successor?.id);
    const viewOwner = successor?.id ?? (await findRemainingAdmin(transaction, actor));
    const handedOverViews = await transferViews(transaction, member.id, viewOwner);
    const handedOverCases = await transferCases(transaction, member.id, successor?.id ?? null);
    const [departure] = await transaction
      .insert(departures)
      .values({
        organizationId: actor.organizationId,
        userId: member.id,
        memberName: personName(member),
        memberEmail: member.email,
        role: member.role,
        reason: input.reason,
        decidedByName: actorName(actor),
        successorName: successor ? personName(successor) : null,
        endedSessions,
        revokedPersonalTokens,
        removedSecondFactors: factors.length,
        ...inherited,
        handedOverViews,
        handedOverCases,
        createdAt: now(),
      })
      .returning({ id: departures.id });
    return {
      result: { id: member.id, departureId: assertPresent(departure, "The inserted departure").id },
      audit: [
        {
          action: "member.removed",
          target: { type: "user", id: member.id, name: personName(member) },
          changes: {
            role: { before: member.role, after: null },
            openSessions: { before: endedSessions, after: 0 },
            ...(successor && { successor: { before: null, after: personName(successor) } }),
          },
          reason: input.reason,
        },
      ],
    };
  },
});

/** Gives the leaver's open cases to the successor, or back to the team. */
async function transferCases(
  transaction: Transaction,
  leaverId: string,
  successorId: string | null,
): Promise<number> {
  const passed = await transaction
    .update(cases)
    .set({ assigneeId: successorId, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.assigneeId, leaverId), ne(cases.state, "solved")))
    .returning({ id: cases.id });
  return passed.length;
}

async function findSuccessor(transaction: Transaction, id: string, leaverId: string) {
  if (id === "") return undefined;
  const [successor] = await transaction
    .select()
    .from(users)
    .where(
      and(
        eq(users.id, id),
        eq(users.role, "admin"),
        eq(users.status, "active"),
        isNull(users.deletedAt),
      ),
    );
  if (!successor || successor.id === leaverId) throw new Invalid({ successorId: "choice" });
  return successor;
}

/**
 * The person who takes over shared views: the admin who removes the member, or the longest-serving active admin where
 * an API client does. A client has no row in `users`, which owners of views refer to.
 */
async function findRemainingAdmin(transaction: Transaction, actor: Actor): Promise<string> {
  if (isPerson(actor)) return actor.userId;
  const [admin] = await transaction
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.status, "active"), isNull(users.deletedAt)))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1);
  if (!admin) throw new Error("The organization has no active admin.");
  return admin.id;
}

/** Hands over or revokes what the leaver answered for. */
async function passOn(transaction: Transaction, leaverId: string, successorId: string | undefined) {
  const toRotate = await seenSecrets(transaction, leaverId);
  const clients = await ownedClients(transaction, leaverId);
  const accessEnds = await grantedAccessEnds(transaction, leaverId);
  await transaction
    .update(apiClients)
    .set(successorId ? { ownerId: successorId } : { revokedAt: now() })
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
  await transaction
    .update(users)
    .set({ accessEndSetBy: successorId ?? null })
    .where(and(eq(users.accessEndSetBy, leaverId), isNull(users.deletedAt)));
  const names = clients.map((client) => client.name);
  const revoked = new Set(successorId ? [] : clients.map((client) => client.id));
  const stillThere = toRotate.filter((secret) => !revoked.has(secret.clientId));
  return {
    handedOverClients: successorId ? names : [],
    revokedClients: successorId ? [] : names,
    clientsToRotate: [
      ...new Set(stillThere.map((secret) => secret.clientName)),
      ...webhooksToRotate.map(({ name }) => name),
    ],
    isAuditStreamToRotate,
    handedOverAccessEnds: successorId ? accessEnds.length : 0,
  };
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
