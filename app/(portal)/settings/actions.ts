"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { updateOrganization } from "@/lib/organization/settings/organization-settings";

export const updateOrganizationAction = formAction(updateOrganization, () =>
  redirect("/settings?saved=1"),
);
