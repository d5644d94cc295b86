import { requiredText, z } from "../validation/problems";

/** Six digits of an app, or a recovery code. */
export const codeField = z.string().trim().min(1).max(40);

export const addTotpInput = z.object({
  /** The offered secret, sealed, as it came with the page. */
  sealed: z.string().max(400),
  name: requiredText(60),
  code: codeField,
});

export const secondFactorReference = z.object({ factorId: z.uuid() });

export const proveSecondFactorInput = z.object({ code: codeField });
