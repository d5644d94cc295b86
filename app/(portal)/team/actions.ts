"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { assertPresent } from "@/lib/core/assert-present";
import { changeMemberRole } from "@/lib/team/members/change-member-role";
import { endMemberSessions } from "@/lib/team/members/end-member-sessions";
import { inviteTeamMember } from "@/lib/team/members/invite-team-member";
import { removeMember } from "@/lib/team/members/remove-member";
import { correctInvitationAddress, resendInvitation } from "@/lib/team/members/resend-invitation";
import { resetSecondFactor } from "@/lib/team/members/reset-second-factor";
import { revokeInvitation } from "@/lib/team/members/revoke-invitation";
import { setAccessEnd } from "@/lib/team/members/set-access-end";
import { setMemberExternalId } from "@/lib/team/members/set-member-external-id";
import { reactivateMember, suspendMember } from "@/lib/team/members/suspend-member";
import { nudgeMember } from "@/lib/team/onboarding/nudge-member";

const showMember = ({ id }: { id: string }) => redirect(`/team/${id}`);

/** The new link of an invitation, this once. */
function showLink({ id, link }: { id: string; link: string }) {
  revalidatePath(`/team/${id}`);
  return { link };
}

export const inviteTeamMemberAction = formAction(inviteTeamMember, ({ id, link }, { values }) => ({
  id,
  link,
  email: assertPresent(values.email, "The invited address"),
}));

export const resendInvitationAction = formAction(resendInvitation, showLink);

export const correctInvitationAddressAction = formAction(correctInvitationAddress, showLink);

export const revokeInvitationAction = formAction(revokeInvitation, showMember);

export const changeMemberRoleAction = formAction(changeMemberRole, showMember);

export const setMemberExternalIdAction = formAction(setMemberExternalId, showMember);

export const suspendMemberAction = formAction(suspendMember, showMember);

export const reactivateMemberAction = formAction(reactivateMember, showMember);

export const removeMemberAction = formAction(removeMember, ({ departureId }) =>
  redirect(`/team/departures/${departureId}`),
);

export const setAccessEndAction = formAction(setAccessEnd, showMember);

export const endMemberSessionsAction = formAction(endMemberSessions, showMember);

export const resetSecondFactorAction = formAction(resetSecondFactor, showMember);

export const nudgeMemberAction = formAction(nudgeMember, () => undefined);
