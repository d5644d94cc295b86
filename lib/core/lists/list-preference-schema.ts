import { z } from "../validation/problems";

export const preferredLists = ["end-user", "building", "device"] as const;
export const densities = ["normal", "compact", "roomy"] as const;

const columnKeys = z.array(z.string().regex(/^[a-zA-Z]{1,40}$/)).max(40);

export const saveListPreferenceInput = z.object({
  list: z.enum(preferredLists),
  density: z.enum(densities),
  /** The keys of the columns to show, as a list or parted by commas. */
  columns: z.union([
    columnKeys,
    z
      .string()
      .transform((text) => text.split(",").filter(Boolean))
      .pipe(columnKeys),
  ]),
});

export const listPreferenceReference = z.object({ list: z.enum(preferredLists) });
