import { schemasOf } from "@/lib/core/records/field-table";
import { changesOf } from "@/lib/core/validation/changes-of";
import { optionalNumber } from "@/lib/core/validation/numbers";
import { optionalChoice, optionalDay } from "@/lib/core/validation/optional-values";
import { recordVersion, z } from "@/lib/core/validation/problems";
import { energyContractFields } from "./energy-contract-fields";
import { isPlausiblePrice, type PriceUnit, priceUnits } from "./price-unit";

/** What a person may write of an energy contract; shared by the form and the server. */
const schemas = {
  ...schemasOf(energyContractFields),
  /** The price of a kilowatt-hour; empty leaves the prices as they are. */
  price: optionalNumber(-100, 100),
  /** In what an unusually high price is written. */
  priceUnit: optionalChoice(priceUnits),
  /** The day from which the price holds; empty: from now on. */
  priceFrom: optionalDay,
  /** All prices with the moments from which they hold, in place of what is there; no form asks for them. */
  energyPrices: z
    .array(z.object({ price: z.number().min(-100).max(100), timestamp: z.iso.datetime() }))
    .max(10_000)
    .optional(),
  /** Whether the number of a meter will do, as the Partner API documents it. */
  isMeterNumberAllowed: z.boolean().optional(),
};

type Checked = {
  price?: number | null | undefined;
  priceUnit?: PriceUnit | null | undefined;
  energyPrices?: unknown[] | undefined;
  currencyEnergyPrice?: string | null | undefined;
  validFrom?: string | null | undefined;
  validUntil?: string | null | undefined;
};

/**
 * Rules between fields: a price has a currency, and a contract does not end before it begins. Absent fields break
 * none: the stored ones are checked with those that were sent.
 * @returns the problems by field
 */
export function findContractProblems(fields: Checked): Record<string, string> {
  const isPriced = typeof fields.price === "number" || (fields.energyPrices?.length ?? 0) > 0;
  const endsFirst = fields.validFrom && fields.validUntil && fields.validUntil < fields.validFrom;
  const isInCents =
    typeof fields.price === "number" &&
    !fields.priceUnit &&
    !isPlausiblePrice(fields.price, fields.currencyEnergyPrice);
  return {
    ...(isInCents && { price: `centsMeant:${fields.price}` }),
    ...(isPriced &&
      fields.currencyEnergyPrice === null && { currencyEnergyPrice: "currencyMissing" }),
    ...(endsFirst && { validUntil: "endBeforeBeginning" }),
  };
}

function checkFields(fields: Checked, context: z.RefinementCtx): void {
  for (const [field, message] of Object.entries(findContractProblems(fields))) {
    context.addIssue({ code: "custom", path: [field], message });
  }
}

export const createEnergyContractInput = z
  .object({ ...schemas, userId: z.uuid() })
  .superRefine(checkFields);

export const updateEnergyContractInput = z
  .object({ ...changesOf(schemas), id: z.uuid(), version: recordVersion })
  .superRefine(checkFields);

export const energyContractReference = z.object({ id: z.uuid() });

export const deleteEnergyContractInput = energyContractReference.extend({
  version: recordVersion.optional(),
});
