import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type AuditChanges, departures, recoveryCodes, secondFactors, users } from "@/db/schema";
import { actorId, actorName } from "@/lib/core/access/actor";
import { assertPresent } from "@/lib/core/assert-present";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { isExpected, requireExpected } from "@/lib/core/records/expected-version";
import { defineCommand } from "@/lib/define-use-case";
import { endPersonalTokens } from "@/lib/identity/api-credentials/personal-tokens";
import { endSessions } from "@/lib/identity/auth/end-sessions";
import { recordReviewDecision } from "../access-reviews/record-review-decision";
import { removeMemberInput } from "./departure-schema";
import { findMember, type MemberRow } from "./find-member";
import { transferOwnership } from "./hand-over";
import { closeOpenInvitation } from "./issue-invitation";
import { isNotLastActiveAdmin } from "./last-admin";
import { requireNewOwners } from "./new-owners";
import type { MemberRole } from "./team-schema";

/**
 * Takes a member out for good: sessions end at once, an open invitation dies, the address is free for
 * a new invitation. What they owned goes to the members who were chosen for each kind; secrets they had seen are marked
 * for rotation. The record stays for the audit log. Removing a member again changes nothing.
 * @returns the number of the summary that is kept
 * @throws Invalid at a new owner who is not an active member of a role that can take over
 * @throws Conflict `ownAccount` or `lastAdmin`
 * @throws VersionConflict when it is not the version that was named
 */
export const removeMember = defineCommand({
  name: "removeMember",
  input: removeMemberInput,
  locksOrganization: true,
  requiresStepUp: true,
  load: ({ input, transaction }) => loadRemoval(transaction, input.id),
  requires: ({ subject }) => [{ action: "delete", resource: subject.role }],
  async run({ actor, input, transaction, subject: { member, earlier } }) {
    if (earlier) return { result: { id: input.id, departureId: earlier.id }, audit: [] };
    if (input.id === actorId(actor)) throw new Conflict("ownAccount");
    requireExpected(member, input.version);
    const owners = await requireNewOwners(transaction, input, member.id);
    await markRemoved(transaction, member, input.version);
    await recordReviewDecision(transaction, actor, member.id, "removed", input.reason);
    const ended = await endAccess(transaction, member.id);
    const handedOver = await transferOwnership(transaction, actor, member.id, owners);
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
        ...ended,
        ...handedOver,
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
            openSessions: { before: ended.endedSessions, after: 0 },
            ...ownerChanges(handedOver),
          },
          reason: input.reason,
        },
      ],
    };
  },
});

type Removal =
  | { role: MemberRole; member: MemberRow; earlier?: undefined }
  | { role: MemberRole; member?: undefined; earlier: { id: string } };

/** The member to remove, or the summary of the removal that was done before. @throws NotFound */
async function loadRemoval(transaction: Transaction, id: string): Promise<Removal> {
  const [earlier] = await transaction
    .select({ id: departures.id, role: departures.role })
    .from(departures)
    .innerJoin(
      users,
      and(eq(users.organizationId, departures.organizationId), eq(users.id, departures.userId)),
    )
    .where(and(eq(departures.userId, id), isNotNull(users.deletedAt)))
    .limit(1);
  if (earlier) return { role: earlier.role, earlier };
  const member = await findMember(transaction, id);
  return { role: member.role, member };
}

/** @throws Conflict `lastAdmin`, or VersionConflict */
async function markRemoved(
  transaction: Transaction,
  member: MemberRow,
  version: number | undefined,
): Promise<void> {
  const [removed] = await transaction
    .update(users)
    .set({ deletedAt: now(), passwordHash: null })
    .where(and(eq(users.id, member.id), isExpected(users.version, version), isNotLastActiveAdmin()))
    .returning({ id: users.id });
  if (removed) return;
  requireExpected(await findMember(transaction, member.id), version);
  throw new Conflict("lastAdmin");
}

/** Ends sessions, an open invitation, personal tokens and second factors. */
async function endAccess(transaction: Transaction, memberId: string) {
  await closeOpenInvitation(transaction, memberId, "removed");
  const endedSessions = await endSessions(transaction, memberId, "removed");
  const revokedPersonalTokens = await endPersonalTokens(transaction, memberId);
  const factors = await transaction
    .delete(secondFactors)
    .where(eq(secondFactors.userId, memberId))
    .returning({ id: secondFactors.id });
  await transaction.delete(recoveryCodes).where(eq(recoveryCodes.userId, memberId));
  return { endedSessions, revokedPersonalTokens, removedSecondFactors: factors.length };
}

type OwnerNames = Record<
  "caseOwnerName" | "clientOwnerName" | "viewOwnerName" | "accessOwnerName",
  string | null
>;

/** Who took over what, of the kinds of which there was something. */
function ownerChanges(names: OwnerNames): AuditChanges {
  const owners = {
    caseOwner: names.caseOwnerName,
    clientOwner: names.clientOwnerName,
    viewOwner: names.viewOwnerName,
    accessOwner: names.accessOwnerName,
  };
  return Object.fromEntries(
    Object.entries(owners).flatMap(([field, name]) =>
      name === null ? [] : [[field, { before: null, after: name }]],
    ),
  );
}
