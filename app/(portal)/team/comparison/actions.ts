"use server";

import { submit } from "@/app/_server/submit";
import { uploadedText } from "@/app/_server/uploaded-text";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { compareWithEmployees } from "@/lib/team/members/compare-with-employees";

export async function compareWithEmployeesAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async () => {
    const employees = await uploadedText(form, "employees");
    return { comparison: JSON.stringify(await compareWithEmployees(actor, { employees })) };
  });
}
