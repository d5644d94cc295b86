import { z } from "@/lib/core/validation/problems";

export const requestDeletionInput = z.object({
  /** The organization's name, typed again. */
  confirmation: z.string().trim().min(1).max(100),
});
