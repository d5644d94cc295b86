import { Forbidden } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { problemSchema, toProblem } from "./problem";

const maxRows = 1000;

/** Rows are checked one by one, so that a wrong one does not keep the others from being done. */
export const bulkBody = z.object({
  items: z
    .array(z.record(z.string(), z.unknown()))
    .min(1)
    .max(maxRows)
    .meta({ description: "The rows, each as the single operations take it." }),
});

const rowResult = z.object({
  index: z.number().int().meta({ description: "Which row it is, from 0 on." }),
  status: z.number().int().meta({ description: "What the single operation would have answered." }),
  id: z.uuid().nullable(),
  problem: problemSchema
    .pick({ code: true, title: true, errors: true })
    .meta({ id: "RowProblem" })
    .nullable(),
});

export const bulkAnswer = z.object({ results: z.array(rowResult) }).meta({ id: "BulkResult" });

/**
 * Does the rows one after another.
 * @throws Forbidden when not one of them is within the caller's rights
 */
export async function eachInTurn(
  rows: Record<string, unknown>[],
  write: (row: Record<string, unknown>) => Promise<string>,
): Promise<z.input<typeof bulkAnswer>> {
  const results: z.input<typeof rowResult>[] = [];
  let refused: Forbidden | undefined;
  for (const [index, row] of rows.entries()) {
    try {
      results.push({ index, status: 200, id: await write(row), problem: null });
    } catch (error) {
      const problem = toProblem(error, false);
      if (!problem) throw error;
      if (error instanceof Forbidden) refused = error;
      const { status, code, title, errors } = problem;
      results.push({
        index,
        status,
        id: null,
        problem: { code, title, ...(errors && { errors }) },
      });
    }
  }
  if (refused && results.every(({ status }) => status === 403)) throw refused;
  return { results };
}
