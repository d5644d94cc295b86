import "server-only";
import { deviceKinds } from "@/db/schema";
import { optionalInteger } from "@/lib/core/validation/numbers";
import {
  optionalMultilineText,
  optionalText,
  requiredText,
  z,
} from "@/lib/core/validation/problems";
import { createBuildingInput } from "@/lib/customers/buildings/building-schema";
import { createEndUserInput } from "@/lib/customers/end-users/end-user-schema";
import type { ImportKind } from "./import-schema";

const yes = ["1", "true", "yes", "ja", "x"];
const no = ["", "0", "false", "no", "nein"];

/** Yes or no, as spreadsheets write it. */
const booleanCell = z
  .string()
  .trim()
  .toLowerCase()
  .default("")
  .refine((text) => yes.includes(text) || no.includes(text), { error: "choice" })
  .transform((text) => yes.includes(text));

/** An end-user as a file names them: by address, customer number or id. */
const owner = requiredText(255);

/** What a row must hold: what the forms ask for, by the same rules. */
export const rowSchemas = {
  "end-user": createEndUserInput,
  building: createBuildingInput.omit({ userId: true }).extend({ owner, photovoltaic: booleanCell }),
  device: z.object({
    owner,
    kind: z.enum(deviceKinds),
    manufacturer: requiredText(100),
    model: requiredText(100),
    modelYear: optionalInteger(1990, 2100),
    externalDeviceId: optionalText(255),
    isSmartOptimizationActive: booleanCell,
    comment: optionalMultilineText(300),
  }),
} as const satisfies Record<ImportKind, z.ZodType>;
