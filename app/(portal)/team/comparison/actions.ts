"use server";

import { formAction } from "@/app/_server/form-action";
import { uploadedText } from "@/app/_server/uploaded-text";
import { compareWithEmployees } from "@/lib/team/members/compare-with-employees";

export const compareWithEmployeesAction = formAction(
  compareWithEmployees,
  (comparison) => comparison,
  { input: async ({ form }) => ({ employees: await uploadedText(form, "employees") }) },
);
