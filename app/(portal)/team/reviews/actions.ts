"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import {
  closeAccessReview,
  confirmMemberAccess,
} from "@/lib/team/access-reviews/decide-access-review";
import { startAccessReview } from "@/lib/team/access-reviews/start-access-review";

const showReview = ({ id }: { id: string }) => redirect(`/team/reviews/${id}`);

export const startAccessReviewAction = formAction(startAccessReview, showReview);

export const confirmMemberAccessAction = formAction(confirmMemberAccess, showReview);

export const closeAccessReviewAction = formAction(closeAccessReview, showReview);
