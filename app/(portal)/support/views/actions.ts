"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { endSupportView, startSupportView } from "@/lib/support/search/support-views";

export const startSupportViewAction = formAction(startSupportView, ({ id }) =>
  redirect(`/support/views/${id}`),
);

export const endSupportViewAction = formAction(endSupportView, ({ userId }) =>
  redirect(`/users/${userId}`),
);
