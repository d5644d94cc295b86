import { Forbidden } from "@/lib/core/errors";
import { MAX_BATCH_SIZE } from "@/lib/core/records/batch-size";
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

/** Writes together those of some rows that it takes. @returns the ids of those that were written, by index */
type RowBatch = (rows: Row[]) => Promise<Map<number, string>>;

/**
 * Makes a batch of a use-case that writes many records.
 * @param toRecord gives what the use-case takes, or undefined for a row that is to be written alone
 * @param write answers with the id of each record, or null where it left the record out
 */
export function rowBatch<Item>(
  toRecord: (row: Row) => Item | undefined,
  write: (records: Item[]) => Promise<{ ids: (string | null)[] }>,
): RowBatch {
  return async (rows) => {
    const taken = rows.flatMap((row, index) => {
      const record = toRecord(row);
      return record === undefined ? [] : [{ index, record }];
    });
    if (taken.length === 0) return new Map();
    const { ids } = await write(taken.map(({ record }) => record));
    return new Map(
      taken.flatMap(({ index }, position) => {
        const id = ids[position];
        return id ? [[index, id] as const] : [];
      }),
    );
  };
}

type RowWriters = {
  batches: RowBatch[];
  /** Writes a row alone, or throws what is wrong with it. @returns its id */
  writeOne: (row: Row) => Promise<string>;
};

/**
 * Writes rows in batches. What the batches leave out is written row by row, in order.
 * @throws Forbidden when not one of them is within the caller's rights
 */
export async function writeRows(
  rows: Row[],
  { batches, writeOne }: RowWriters,
): Promise<z.input<typeof bulkAnswer>> {
  const results: RowResult[] = [];
  let refused: Forbidden | undefined;
  for (let first = 0; first < rows.length; first += MAX_BATCH_SIZE) {
    const some = rows.slice(first, first + MAX_BATCH_SIZE);
    const ids = await writeTogether(some, batches);
    for (const [position, row] of some.entries()) {
      const index = first + position;
      try {
        const id = ids.get(position) ?? (await writeOne(row));
        results.push({ index, status: 200, id, problem: null });
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

/** The rows of a batch that is refused as a whole are left out: written alone, each is told why. */
async function writeTogether(rows: Row[], batches: RowBatch[]): Promise<Map<number, string>> {
  const written = new Map<number, string>();
  for (const batch of batches) {
    try {
      for (const [index, id] of await batch(rows)) written.set(index, id);
    } catch (error) {
      requireProblem(error);
    }
  }
  return written;
}

/** @throws the error when it is no problem of the call */
function requireProblem(error: unknown) {
  const problem = toProblem(error, false);
  if (!problem) throw error;
  return problem;
}
