import { z } from "@/lib/core/validation/problems";

export const jobReference = z.object({
  /** The queue counts its jobs. */
  id: z.string().regex(/^\d{1,18}$/),
});
