import { verbatimText, z } from "@/lib/core/validation/problems";

export const compareWithEmployeesInput = z.object({
  /** The list as CSV text. */
  employees: verbatimText().min(1).max(900_000),
});

/** What the browser can check of it: that a file was chosen, and is not too big. */
export const employeeListForm = z.object({
  employees: z.custom<FileList>().superRefine((files, context) => {
    const file = files?.[0];
    if (!file) context.addIssue({ code: "custom", message: "required" });
    else if (file.size > 900_000) context.addIssue({ code: "custom", message: "fileTooBig:900" });
  }),
});
