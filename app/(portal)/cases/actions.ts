"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import type { Member } from "@/lib/core/access/actor";
import { deleteAnswerTemplate, saveAnswerTemplate } from "@/lib/support/cases/answer-templates";
import { createCase, updateCase } from "@/lib/support/cases/write-case";
import { addCaseNote, answerCase, escalateCase } from "@/lib/support/cases/write-entry";

/** Has a form do something with a case, and shows the case as it is then. */
async function submitToCase<Input>(
  form: FormData,
  act: (actor: Member, input: Input) => Promise<{ id: string }>,
): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await act(actor, values as Input);
    revalidatePath(`/cases/${id}`);
    redirect(`/cases/${id}`);
  });
}

export async function createCaseAction(_: FormState, form: FormData): Promise<FormState> {
  return submitToCase(form, createCase);
}

export async function updateCaseAction(_: FormState, form: FormData): Promise<FormState> {
  return submitToCase(form, updateCase);
}

export async function addCaseNoteAction(_: FormState, form: FormData): Promise<FormState> {
  return submitToCase(form, addCaseNote);
}

export async function answerCaseAction(_: FormState, form: FormData): Promise<FormState> {
  return submitToCase(form, answerCase);
}

export async function escalateCaseAction(_: FormState, form: FormData): Promise<FormState> {
  return submitToCase(form, escalateCase);
}

export async function saveAnswerTemplateAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await saveAnswerTemplate(actor, values as Parameters<typeof saveAnswerTemplate>[1]);
    redirect("/cases/templates");
  });
}

export async function deleteAnswerTemplateAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async ({ id = "" }) => {
    await deleteAnswerTemplate(actor, { id });
    redirect("/cases/templates");
  });
}
