"use server";

import { submit } from "@/app/_request/submit";
import { uploadedText } from "@/app/_request/uploaded-text";
import { requireMember } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { compareWithEmployees } from "@/lib/team/compare-with-employees";

export async function compareWithEmployeesAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async () => {
    const employees = await uploadedText(form, "employees");
    return { comparison: JSON.stringify(await compareWithEmployees(actor, { employees })) };
  });
}
