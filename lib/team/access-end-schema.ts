import { requiredText, z } from "../validation/problems";
import { isTimeZone } from "../validation/time-zone";

/** Day and time as a form has them, without a zone; empty: access lasts. */
const localMoment = z
  .string()
  .trim()
  .regex(/^(\d{4}-\d\d-\d\dT\d\d:\d\d)?$/, { error: "moment" })
  .default("");

/** When access ends, as read on a clock of the given time zone. */
export const accessEndFields = {
  accessEndsAt: localMoment,
  accessTimeZone: z.string().refine(isTimeZone, { error: "choice" }).default("UTC"),
};

export const setAccessEndInput = z.object({
  id: z.uuid(),
  ...accessEndFields,
  reason: requiredText(300).min(5),
});
