import "server-only";
import { desc, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitations, outgoingMails } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { type InvitationState, invitationState } from "./invitation-state";

/** Where the latest invitation of each person stands, by person. */
export async function latestInvitations(
  transaction: Transaction,
  userIds: string[],
): Promise<Map<string, InvitationState>> {
  if (userIds.length === 0) return new Map();
  const latest = await transaction
    .selectDistinctOn([invitations.userId])
    .from(invitations)
    .where(inArray(invitations.userId, userIds))
    .orderBy(invitations.userId, desc(invitations.createdAt), desc(invitations.id));
  const mails =
    latest.length === 0
      ? []
      : await transaction
          .select({
            invitationId: outgoingMails.invitationId,
            state: outgoingMails.state,
            reason: outgoingMails.failureReason,
          })
          .from(outgoingMails)
          .where(
            inArray(
              outgoingMails.invitationId,
              latest.map((invitation) => invitation.id),
            ),
          );
  const mailOf = new Map(mails.map((mail) => [mail.invitationId, mail]));
  const currentTime = now();
  return new Map(
    latest.map((invitation) => [
      invitation.userId,
      invitationState(invitation, mailOf.get(invitation.id), currentTime),
    ]),
  );
}
