"use server";

import { formAction } from "@/app/_server/form-action";
import { uploadedBytes } from "@/app/_server/uploaded-bytes";
import { compareWithEmployees } from "@/lib/team/members/compare-with-employees";

export const compareWithEmployeesAction = formAction(
  compareWithEmployees,
  (comparison) => comparison,
  { input: async ({ form }) => ({ employees: await uploadedBytes(form, "employees") }) },
);
