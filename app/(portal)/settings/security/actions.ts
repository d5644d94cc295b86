"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { acknowledgeFinding } from "@/lib/identity/suspicious-activity/findings";

export const acknowledgeFindingAction = formAction(acknowledgeFinding, ({ id }) =>
  redirect(`/settings/security/${id}`),
);
