import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitations, outgoingMails } from "@/db/schema";
import { type Actor, actorId, actorName } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";
import { Conflict } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { createTenantToken } from "@/lib/identity/auth/tenant-token";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import type { MemberRow } from "./find-member";

export const invitationDays = 7;
const maxPerHour = 100;

/**
 * Writes a new invitation link and its mail. Earlier links of the person die with it.
 * @returns the link, to be shown once; only its hash is kept
 * @throws Conflict `invitationLimit` when the organization sent too many within an hour
 */
export async function issueInvitation(
  transaction: Transaction,
  actor: Actor,
  member: MemberRow,
): Promise<{ link: string }> {
  await requireWithinHourlyLimit(transaction);
  await closeOpenInvitation(transaction, member.id, "replaced");
  const organization = await getOrganization(transaction);
  const { token, tokenHash } = createTenantToken(actor.organizationId);
  const [invitation] = await transaction
    .insert(invitations)
    .values({
      organizationId: actor.organizationId,
      userId: member.id,
      tokenHash,
      invitedBy: actorId(actor),
      expiresAt: sql`now() + make_interval(days => ${invitationDays})`,
    })
    .returning({ id: invitations.id, expiresAt: invitations.expiresAt });
  if (!invitation) throw new Error("The insert returned no row.");
  await notifyUser(transaction, member, {
    template: "invitation",
    invitationId: invitation.id,
    parameters: {
      // Where nobody in particular invites, the organization does.
      inviterName: actorId(actor) ? actorName(actor) : organization.name,
      role: member.role,
      expiresAt: invitation.expiresAt.toISOString(),
      timeZone: organization.timeZone,
    },
    linkToken: token,
  });
  return { link: `${environment().BASE_URL}/invite/${token}` };
}

/** Ends the person's open invitation, if any, and keeps its mail from being sent. */
export async function closeOpenInvitation(
  transaction: Transaction,
  userId: string,
  reason: "replaced" | "revoked" | "removed",
): Promise<boolean> {
  const [closed] = await transaction
    .update(invitations)
    .set({ revokedAt: now(), revokedReason: reason })
    .where(
      and(
        eq(invitations.userId, userId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id });
  if (!closed) return false;
  await transaction
    .update(outgoingMails)
    .set({ state: "cancelled", stateChangedAt: now(), encryptedSecret: null })
    .where(and(eq(outgoingMails.invitationId, closed.id), eq(outgoingMails.state, "queued")));
  return true;
}

async function requireWithinHourlyLimit(transaction: Transaction): Promise<void> {
  const [sent] = await transaction
    .select({ count: sql<number>`count(*)::int` })
    .from(invitations)
    .where(gt(invitations.createdAt, sql`now() - interval '1 hour'`));
  if ((sent?.count ?? 0) >= maxPerHour) throw new Conflict("invitationLimit");
}
