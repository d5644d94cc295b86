import "server-only";
import { optionalInteger } from "@/lib/core/validation/numbers";
import {
  optionalMultilineText,
  optionalText,
  requiredText,
  z,
} from "@/lib/core/validation/problems";
import { createBuildingInput } from "@/lib/customers/buildings/building-schema";
import { newEndUserFields } from "@/lib/customers/end-users/end-user-schema";
import { booleanCell, deviceKindCell } from "./cells";
import type { ImportKind } from "./import-headings";

/** An end-user as a file names them: by address, customer number or id. */
const owner = requiredText(255);

/** What a row must hold: what the forms ask for, by the same rules. */
export const rowSchemas = {
  // A number that cannot be read is a warning, and no customer is lost for it.
  "end-user": newEndUserFields.extend({ phone: optionalText(100) }),
  building: createBuildingInput.omit({ userId: true }).extend({ owner, photovoltaic: booleanCell }),
  device: z.object({
    owner,
    kind: deviceKindCell,
    manufacturer: requiredText(100),
    model: requiredText(100),
    modelYear: optionalInteger(1990, 2100),
    externalDeviceId: optionalText(255),
    isSmartOptimizationActive: booleanCell,
    comment: optionalMultilineText(300),
  }),
} as const satisfies Record<ImportKind, z.ZodType>;
