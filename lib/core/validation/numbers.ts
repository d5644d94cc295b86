import { z } from "./problems";

/** A number of a form that may be left empty; empty is stored as null. A comma may stand for the point. */
export const optionalNumber = (least: number, most: number) =>
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
    .default(null)
    .pipe(z.number().min(least).max(most).nullable());

/** A whole number of a form that may be left empty. */
export const optionalInteger = (least: number, most: number) =>
  optionalNumber(least, most).refine((value) => value === null || Number.isInteger(value), {
    error: "wholeNumber",
  });
