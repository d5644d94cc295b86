import { z } from "../validation/problems";
import { isCursor } from "./keyset";

export const pageSizes = [25, 50, 100] as const;

/** Records that are chosen by their ids, at most a page of them. */
export const chosenIds = z
  .string()
  .transform((ids) => ids.split(",").filter(Boolean))
  .pipe(z.array(z.uuid()).max(Math.max(...pageSizes)))
  .optional();

/** What every list takes from its address. Empty parameters count as absent. */
export const listInput = {
  search: z.string().trim().max(200).default(""),
  cursor: z.string().max(1000).refine(isCursor, { error: "cursor" }).optional(),
  size: z.coerce
    .number()
    .refine((size) => pageSizes.some((offered) => offered === size))
    .default(25),
  direction: z.enum(["asc", "desc"]).optional(),
};
