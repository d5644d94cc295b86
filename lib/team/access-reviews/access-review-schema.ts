import { listInput } from "@/lib/core/lists/list-input";
import { optionalText, requiredText, z } from "@/lib/core/validation/problems";

export const reviewDays = [7, 14, 30] as const;

export const startAccessReviewInput = z.object({
  /** In how many days it is due. */
  days: z.coerce
    .number()
    .refine((days) => reviewDays.some((offered) => offered === days), { error: "choice" })
    .default(14),
});

export const accessReviewReference = z.object({ id: z.uuid() });

export const confirmAccessInput = z.object({ itemId: z.uuid(), note: optionalText(300) });

export const closeAccessReviewInput = z.object({
  id: z.uuid(),
  /** The signer's own name, typed. */
  signature: requiredText(200),
});

export const listAccessReviewsInput = z.object({
  cursor: listInput.cursor,
  size: listInput.size,
  direction: listInput.direction,
  sort: z.enum(["created"]).default("created"),
  state: z.enum(["open", "closed"]).optional(),
});
