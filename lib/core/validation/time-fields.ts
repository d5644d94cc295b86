import { z } from "./problems";

/** Day and time as a form has them, without a zone; may be left empty. */
export const localMoment = z
  .string()
  .trim()
  .regex(/^(\d{4}-\d\d-\d\dT\d\d:\d\d)?$/, { error: "moment" })
  .default("");

/** A time of day as HH:MM, of 24 hours. */
export const timeOfDay = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "timeOfDay" });

/** As `timeOfDay`; empty is stored as null. */
export const optionalTimeOfDay = z
  .union([z.literal(""), z.null(), timeOfDay])
  .default(null)
  .transform((time) => time || null);
