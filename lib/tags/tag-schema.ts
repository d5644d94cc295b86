import { z } from "../validation/problems";

/** A tag as people type it; case does not tell tags apart. */
export const tagName = z.string().trim().min(1).max(40);

export const tagInput = z.object({ id: z.uuid(), tag: tagName });
