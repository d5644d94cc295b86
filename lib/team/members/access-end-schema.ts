import { requiredMultilineText, z } from "@/lib/core/validation/problems";
import { localMoment } from "@/lib/core/validation/time-fields";
import { isTimeZone } from "@/lib/core/validation/time-zone";

/** When access ends, as read on a clock of the given time zone. */
export const accessEndFields = {
  accessEndsAt: localMoment,
  accessTimeZone: z.string().refine(isTimeZone, { error: "choice" }).default("UTC"),
};

export const setAccessEndInput = z.object({
  id: z.uuid(),
  ...accessEndFields,
  reason: requiredMultilineText(300).min(5),
});
