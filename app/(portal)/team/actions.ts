"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
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

export async function inviteTeamMemberAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id, link } = await inviteTeamMember(
      withIdentityProof(actor, values),
      values as Parameters<typeof inviteTeamMember>[1],
    );
    return { id, link, email: values.email ?? "" };
  });
}

export async function resendInvitationAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id, link } = await resendInvitation(withIdentityProof(actor, values), {
      id: values.id ?? "",
    });
    revalidatePath(`/team/${id}`);
    return { link };
  });
}

export async function correctInvitationAddressAction(
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id, link } = await correctInvitationAddress(
      withIdentityProof(actor, values),
      values as Parameters<typeof correctInvitationAddress>[1],
    );
    revalidatePath(`/team/${id}`);
    return { link };
  });
}

export async function revokeInvitationAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await revokeInvitation(actor, { id: values.id ?? "" });
    redirect(`/team/${id}`);
  });
}

export async function changeMemberRoleAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await changeMemberRole(
      withIdentityProof(actor, values),
      values as Parameters<typeof changeMemberRole>[1],
    );
    redirect(`/team/${id}`);
  });
}

export async function setMemberExternalIdAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await setMemberExternalId(
      actor,
      values as Parameters<typeof setMemberExternalId>[1],
    );
    redirect(`/team/${id}`);
  });
}

export async function suspendMemberAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await suspendMember(actor, values as Parameters<typeof suspendMember>[1]);
    redirect(`/team/${id}`);
  });
}

export async function reactivateMemberAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await reactivateMember(withIdentityProof(actor, values), {
      id: values.id ?? "",
    });
    redirect(`/team/${id}`);
  });
}

export async function removeMemberAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { departureId } = await removeMember(
      withIdentityProof(actor, values),
      values as Parameters<typeof removeMember>[1],
    );
    redirect(`/team/departures/${departureId}`);
  });
}

export async function setAccessEndAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await setAccessEnd(
      withIdentityProof(actor, values),
      values as Parameters<typeof setAccessEnd>[1],
    );
    redirect(`/team/${id}`);
  });
}

export async function endMemberSessionsAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await endMemberSessions(
      actor,
      values as Parameters<typeof endMemberSessions>[1],
    );
    redirect(`/team/${id}`);
  });
}

export async function resetSecondFactorAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await resetSecondFactor(
      withIdentityProof(actor, values),
      values as Parameters<typeof resetSecondFactor>[1],
    );
    redirect(`/team/${id}`);
  });
}

export async function nudgeMemberAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await nudgeMember(actor, { id: values.id ?? "" });
    return {};
  });
}
