"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import type { Actor } from "@/lib/core/access/actor";
import { deleteAnswerTemplate, saveAnswerTemplate } from "@/lib/support/cases/answer-templates";
import { caseAnswerChoice } from "@/lib/support/cases/case-schema";
import { createCase, updateCase } from "@/lib/support/cases/write-case";
import { addCaseNote, answerCase, escalateCase } from "@/lib/support/cases/write-entry";

/** Shows a case as it is now. */
function showCase({ id }: { id: string }): never {
  revalidatePath(`/cases/${id}`);
  redirect(`/cases/${id}`);
}

export const createCaseAction = formAction(createCase, showCase);

export const updateCaseAction = formAction(updateCase, showCase);

/** Writes a note or answers the customer, as the form's choice says. */
const writeCaseEntry = {
  from(actor: Actor, input: unknown) {
    const { success } = caseAnswerChoice.safeParse(input);
    return (success ? answerCase : addCaseNote).from(actor, input);
  },
};

export const writeCaseEntryAction = formAction(writeCaseEntry, showCase);

export const escalateCaseAction = formAction(escalateCase, showCase);

export const saveAnswerTemplateAction = formAction(saveAnswerTemplate, () =>
  redirect("/cases/templates"),
);

export const deleteAnswerTemplateAction = formAction(deleteAnswerTemplate, () =>
  redirect("/cases/templates"),
);
