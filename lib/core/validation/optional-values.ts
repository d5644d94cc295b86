import { MAX_METER_POINT_CHARACTERS, toMeterPoint } from "./meter-point";
import { singleLineText, z } from "./problems";
import { compactVatId, isWellFormedVatId } from "./vat-id";

/** One of some terms; empty is stored as null. */
export const optionalChoice = <Choice extends string>(choices: readonly Choice[]) =>
  z
    .union([z.literal(""), z.null(), z.enum(choices)])
    .transform((choice) => choice || null)
    .default(null);

/** A calendar day as ISO 8601 writes it; empty is stored as null. */
export const optionalDay = z
  .union([z.literal(""), z.null(), z.iso.date()])
  .transform((day) => day || null)
  .default(null);

/** The id of another record; empty is stored as null. */
export const optionalId = z
  .union([z.literal(""), z.null(), z.uuid()])
  .transform((id) => id || null)
  .default(null);

/** A currency by its three letters (ISO 4217); empty is stored as null. */
export const optionalCurrency = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => code === "" || /^[A-Z]{3}$/.test(code), { error: "currency" })
  .transform((code) => code || null)
  .nullable()
  .default(null);

/** A VAT id with prefix and check digit as its state publishes them; empty is stored as null. */
export const optionalVatId = z
  .string()
  .max(40)
  .transform((text) => compactVatId(text) || null)
  .refine((vatId) => vatId === null || isWellFormedVatId(vatId), { error: "vatId" })
  .nullable()
  .default(null);

/** A meter point as it is stored, without spaces and hyphens; empty is stored as null. Its country decides its form. */
export const optionalMeterPoint = singleLineText()
  .max(100)
  .transform((text) => toMeterPoint(text) || null)
  .refine((text) => text === null || text.length <= MAX_METER_POINT_CHARACTERS, {
    error: `tooLong:${MAX_METER_POINT_CHARACTERS}`,
  })
  .nullable()
  .default(null);
