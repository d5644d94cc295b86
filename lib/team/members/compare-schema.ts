import { z } from "@/lib/core/validation/problems";

const MAX_LIST_BYTES = 900_000;

function checkSize(bytes: number | undefined, context: z.RefinementCtx): void {
  const problem = !bytes ? "required" : bytes > MAX_LIST_BYTES ? "fileTooBig:900" : undefined;
  if (problem) context.addIssue({ code: "custom", message: problem });
}

export const compareWithEmployeesInput = z.object({
  /** The list as it was uploaded. */
  employees: z
    .custom<Uint8Array>((value) => value instanceof Uint8Array, { error: "format" })
    .superRefine((bytes, context) => checkSize(bytes.length, context)),
});

/** What the browser can check of it: that a file was chosen, and is not too big. */
export const employeeListForm = z.object({
  employees: z
    .custom<FileList>()
    .superRefine((files, context) => checkSize(files?.[0]?.size, context)),
});
