"use server";

import { redirect } from "next/navigation";
import { ownFormAction } from "@/app/_server/form-action";
import { acceptTerms } from "@/lib/identity/terms/accept-terms";

export const acceptTermsAction = ownFormAction(acceptTerms, () => redirect("/"));
