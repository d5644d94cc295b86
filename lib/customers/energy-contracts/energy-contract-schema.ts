import { changesOf } from "@/lib/core/validation/changes-of";
import { optionalNumber } from "@/lib/core/validation/numbers";
import { checkbox, optionalText, recordVersion, z } from "@/lib/core/validation/problems";

export const energyContractTypes = ["spot_hourly", "monthly", "yearly"] as const;

const optionalDay = z
  .union([z.literal(""), z.null(), z.iso.date()])
  .transform((day) => day || null)
  .default(null);

/** What a person may write of an energy contract; shared by the form and the server. */
const energyContractFields = {
  /** Empty: for all buildings of the end-user. */
  buildingId: z
    .union([z.literal(""), z.null(), z.uuid()])
    .transform((id) => id || null)
    .default(null),
  supplier: optionalText(100),
  meterId: optionalText(19),
  energyContractType: z
    .union([z.literal(""), z.null(), z.enum(energyContractTypes)])
    .transform((type) => type || null)
    .default(null),
  currencyEnergyPrice: z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => code === "" || /^[A-Z]{3}$/.test(code), { error: "currency" })
    .transform((code) => code || null)
    .nullable()
    .default(null),
  energyPriceIncludesExternalComponents: checkbox,
  validFrom: optionalDay,
  validUntil: optionalDay,
  /** The price of a kilowatt-hour from now on; empty leaves the prices as they are. */
  price: optionalNumber(-100, 100),
  /** All prices with the moments from which they hold, in place of what is there; no form asks for them. */
  energyPrices: z
    .array(z.object({ price: z.number().min(-100).max(100), timestamp: z.iso.datetime() }))
    .max(10_000)
    .optional(),
};

type Checked = {
  price?: number | null | undefined;
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
  return {
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
  .object({ ...energyContractFields, userId: z.uuid() })
  .superRefine(checkFields);

export const updateEnergyContractInput = z
  .object({ ...changesOf(energyContractFields), id: z.uuid(), version: recordVersion })
  .superRefine(checkFields);

export const energyContractReference = z.object({ id: z.uuid() });
