import { z } from "../validation/problems";
import { isCursor } from "./keyset";

/** The sizes of a page that people choose from. */
export const pageSizes = [25, 50, 100, 200] as const;
const MAX_CHOSEN = Math.max(...pageSizes);

/** The largest page that the Partner API gives. */
export const MAX_PAGE_SIZE = 100;

/** Records that are chosen by their ids, at most a page of them. */
export const chosenIds = z
  .string()
  .transform((ids) => ids.split(",").filter(Boolean))
  .pipe(z.array(z.uuid()).max(MAX_CHOSEN))
  .optional();

/** The size of a page in lists that API clients read, too: pages of the portal offer `pageSizes`. */
export const anyPageSize = z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(25);

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
