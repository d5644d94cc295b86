"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { confirmOwnAccess } from "@/lib/team/onboarding/own-onboarding";

export const confirmOwnAccessAction = formAction(confirmOwnAccess, () => redirect("/dashboard"));
