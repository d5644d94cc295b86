import { Forbidden } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { problemSchema, toProblem } from "./problem";

const maxRows = 1000;

/** The schema of rows is checked for each, so that a wrong one does not keep the others from being done. */
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

type Row = Record<string, unknown>;
type RowResult = z.input<typeof rowResult>;

type RowWriters = {
  /** Writes some rows together. @returns the id of each that was written, undefined for those to write alone */
  writeMany: (rows: Row[]) => Promise<(string | undefined)[]>;
  /** Writes a row alone, or throws what is wrong with it. @returns its id */
  writeOne: (row: Row) => Promise<string>;
};

/** How many records one transaction locks at most. */
const BATCH_SIZE = 250;

/**
 * Writes rows in batches. What a batch leaves out is written row by row, in order.
 * @throws Forbidden when not one of them is within the caller's rights
 */
export async function writeRows(
  rows: Row[],
  writers: RowWriters,
): Promise<z.input<typeof bulkAnswer>> {
  const results: RowResult[] = [];
  let refused: Forbidden | undefined;
  for (let first = 0; first < rows.length; first += BATCH_SIZE) {
    const batch = rows.slice(first, first + BATCH_SIZE);
    const ids = await writeTogether(batch, writers);
    for (const [position, row] of batch.entries()) {
      const index = first + position;
      const id = ids[position];
      if (id !== undefined) {
        results.push({ index, status: 200, id, problem: null });
        continue;
      }
      try {
        results.push({ index, status: 200, id: await writers.writeOne(row), problem: null });
      } catch (error) {
        const { status, code, title, errors } = requireProblem(error);
        if (error instanceof Forbidden) refused = error;
        const problem = { code, title, ...(errors && { errors }) };
        results.push({ index, status, id: null, problem });
      }
    }
  }
  if (refused && results.every(({ status }) => status === 403)) throw refused;
  return { results };
}

/** A batch that is refused as a whole has its rows told one by one why. */
async function writeTogether(batch: Row[], { writeMany }: RowWriters) {
  try {
    return await writeMany(batch);
  } catch (error) {
    requireProblem(error);
    return [];
  }
}

/** @throws the error when it is no problem of the call */
function requireProblem(error: unknown) {
  const problem = toProblem(error, false);
  if (!problem) throw error;
  return problem;
}
