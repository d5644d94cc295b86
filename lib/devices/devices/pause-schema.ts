import { z } from "@/lib/core/validation/problems";
import { localMoment } from "@/lib/core/validation/time-fields";
import { pauseHours } from "./device-settings-schema";

/** How long a pause lasts: until somebody resumes, a number of hours, or until a date and time. */
export const pauseLengths = [
  "resumed",
  ...pauseHours.filter((hours) => hours > 0).map(String),
  "until",
] as const;

/** The length of a pause as forms have it. Its end is as a clock of the organization shows it. */
export const pauseFields = {
  pauseFor: z
    .string()
    .refine((length) => length === "" || pauseLengths.includes(length), { error: "choice" })
    .default(""),
  pauseUntil: localMoment,
};

type PauseFields = { pauseFor: string; pauseUntil: string };

/** A date and time is needed where the pause is to end at one. */
export const requirePauseUntil = (fields: PauseFields, context: z.RefinementCtx) => {
  if (fields.pauseFor !== "until" || fields.pauseUntil !== "") return;
  context.addIssue({ code: "custom", path: ["pauseUntil"], message: "required" });
};
