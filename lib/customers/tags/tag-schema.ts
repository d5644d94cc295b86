import { requiredText, z } from "@/lib/core/validation/problems";

/** A tag as people type it; case does not tell tags apart. */
export const tagName = requiredText(40);

export const tagInput = z.object({ id: z.uuid(), tag: tagName });
