"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import {
  cancelOrganizationDeletion,
  requestOrganizationDeletion,
} from "@/lib/operations/organization-data/delete-organization";

export const requestDeletionAction = formAction(requestOrganizationDeletion, () =>
  redirect("/settings/data?saved=requested"),
);

export const cancelDeletionAction = formAction(cancelOrganizationDeletion, () =>
  redirect("/settings/data?saved=cancelled"),
);
