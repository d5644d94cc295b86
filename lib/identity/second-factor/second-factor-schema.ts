import { requiredText, z } from "@/lib/core/validation/problems";

/** Six digits of an app, a recovery code, or the browser's answer for a passkey as JSON. */
export const codeField = z.string().trim().min(1).max(8000);

export const addPasskeyInput = z.object({
  /** The browser's answer to the offer, as JSON. */
  answer: z.string().min(1).max(8000),
  name: requiredText(60),
});

export const addTotpInput = z.object({
  /** The offered secret, sealed, as it came with the page. */
  sealed: z.string().max(400),
  name: requiredText(60),
  code: codeField,
});

export const secondFactorReference = z.object({ factorId: z.uuid() });

export const proveSecondFactorInput = z.object({ code: codeField });
