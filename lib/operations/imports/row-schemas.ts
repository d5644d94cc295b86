import "server-only";
import { optionalInteger, optionalNumber } from "@/lib/core/validation/numbers";
import { optionalMeterPoint } from "@/lib/core/validation/optional-values";
import {
  optionalMultilineText,
  optionalText,
  requiredText,
  z,
} from "@/lib/core/validation/problems";
import { isNameable } from "@/lib/customers/buildings/building-name";
import { createBuildingInput } from "@/lib/customers/buildings/building-schema";
import { newEndUserFields } from "@/lib/customers/end-users/end-user-schema";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import {
  contractTypeCell,
  currencyCell,
  dayCell,
  deviceKindCell,
  meteringKindCell,
  optionalBooleanCell,
} from "./cells";
import { copiedDeviceCells, pricesCell } from "./copied-cells";
import type { ImportKind } from "./import-headings";

/** An end-user as a file names them: by address, customer number or id. */
const owner = requiredText(255);

/** A building of the end-user: by name, address or id. */
const building = optionalText(255);

const contract = z
  .object({
    owner,
    building,
    meterId: optionalMeterPoint,
    supplier: optionalText(100),
    meteringKind: meteringKindCell,
    energyContractType: contractTypeCell,
    price: optionalNumber(-100, 100),
    priceInCents: optionalNumber(-10_000, 10_000),
    currencyEnergyPrice: currencyCell,
    validFrom: dayCell,
    validUntil: dayCell,
    energyPriceIncludesExternalComponents: optionalBooleanCell,
    energyPrices: pricesCell,
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validUntil >= validFrom, {
    error: "endBeforeBeginning",
    path: ["validUntil"],
  });

/** What a row must hold: what the forms ask for, by the same rules. */
export const rowSchemas = {
  // A number that cannot be read is a warning, and no customer is lost for it.
  "end-user": newEndUserFields.extend({ phone: optionalText(100) }),
  building: createBuildingInput
    .omit({ userId: true })
    .extend({ owner, photovoltaic: optionalBooleanCell })
    .refine(isNameable, { error: "nameOrAddress", path: ["name"] }),
  "energy-contract": contract,
  device: z
    .object({
      owner,
      building,
      kind: deviceKindCell,
      manufacturer: requiredText(100),
      model: requiredText(100),
      modelYear: optionalInteger(1990, 2100),
      externalDeviceId: optionalText(255),
      isSmartOptimizationActive: optionalBooleanCell,
      comment: optionalMultilineText(300),
      ...copiedDeviceCells,
    })
    .refine(
      ({ kind, isSmartOptimizationActive }) => !isSmartOptimizationActive || isControllable(kind),
      { error: "measuresOnly", path: ["isSmartOptimizationActive"] },
    ),
} as const satisfies Record<ImportKind, z.ZodType>;
