"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { publishTerms } from "@/lib/identity/terms/publish-terms";

export const publishTermsAction = formAction(publishTerms, () => redirect("/account/terms"));
