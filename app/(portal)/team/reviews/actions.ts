"use server";

import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import {
  closeAccessReview,
  confirmMemberAccess,
} from "@/lib/team/access-reviews/decide-access-review";
import { startAccessReview } from "@/lib/team/access-reviews/start-access-review";

export async function startAccessReviewAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await startAccessReview(
      actor,
      values as Parameters<typeof startAccessReview>[1],
    );
    redirect(`/team/reviews/${id}`);
  });
}

export async function confirmMemberAccessAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await confirmMemberAccess(
      actor,
      values as Parameters<typeof confirmMemberAccess>[1],
    );
    redirect(`/team/reviews/${id}`);
  });
}

export async function closeAccessReviewAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await closeAccessReview(
      withIdentityProof(actor, values),
      values as Parameters<typeof closeAccessReview>[1],
    );
    redirect(`/team/reviews/${id}`);
  });
}
