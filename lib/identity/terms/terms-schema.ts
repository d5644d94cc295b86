import { requiredMultilineText, z } from "@/lib/core/validation/problems";

export const publishTermsInput = z.object({
  /** How many versions had been published when the form was opened. */
  after: z.coerce.number().int().min(0),
  textEn: requiredMultilineText(20_000).min(50),
  textDe: requiredMultilineText(20_000).min(50),
  summary: requiredMultilineText(500).min(5),
});

export const acceptTermsInput = z.object({
  /** The version that was read. */
  version: z.string().min(1).max(20),
  terms: z.literal("on", { error: "terms" }),
});
