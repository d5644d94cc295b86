import { z } from "./problems";

const numberOrNull = (least: number, most: number) =>
  z
    .union([
      z.number(),
      z.null(),
      z
        .string()
        .trim()
        .transform((text) => (text === "" ? null : Number(text.replace(",", "."))))
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
