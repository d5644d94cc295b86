import { verbatimText, z } from "@/lib/core/validation/problems";
import { importKinds } from "./import-headings";

/** Records of each kind are made after those that they belong to. */
export const copiedKinds = importKinds;

/** The installation and organization that are read, and how people call it. */
export const copySource = z.object({
  source: z.string().min(1).max(500),
  name: z.string().min(1).max(255),
});

const copiedRow = z.object({
  sourceId: z.string().min(1).max(255),
  cells: z.record(z.string().max(50), verbatimText().max(1_000_000)),
});

const copiedRows = z.array(copiedRow).max(20_000).default([]);

/** Some end-users with everything that belongs to them. */
export const copiedRowsInput = copySource.pick({ source: true }).extend({
  rows: z.object({
    "end-user": copiedRows,
    building: copiedRows,
    "energy-contract": copiedRows,
    device: copiedRows,
  }),
});

export type CopiedRow = z.output<typeof copiedRow>;
