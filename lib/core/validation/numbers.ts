import { z } from "./problems";

/** `1.234,5` and `1,234.5` without their thousands separators, and `48,2` with a point. */
function withDecimalPoint(text: string): string {
  if (/^[-+]?\d{1,3}([. ]\d{3})+,\d+$/.test(text))
    return text.replaceAll(/[. ]/g, "").replace(",", ".");
  if (/^[-+]?\d{1,3}(,\d{3})+\.\d+$/.test(text)) return text.replaceAll(",", "");
  return text.replace(",", ".");
}

const numberOrNull = (least: number, most: number) =>
  z
    .union([
      z.number(),
      z.null(),
      z
        .string()
        .trim()
        .transform((text) => (text === "" ? null : Number(withDecimalPoint(text))))
        .refine((value) => value === null || !Number.isNaN(value), { error: "number" }),
    ])
    .pipe(z.number().min(least).max(most).nullable());

/** A number of a form that may be left empty; empty is stored as null. A comma may stand for the point. */
export const optionalNumber = (least: number, most: number) =>
  numberOrNull(least, most).default(null);

/** A whole number of a form that may be left empty. */
export const optionalInteger = (least: number, most: number) =>
  numberOrNull(least, most)
    .refine((value) => value === null || Number.isInteger(value), { error: "wholeNumber" })
    .default(null);
