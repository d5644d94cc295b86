import { requiredText, z } from "@/lib/core/validation/problems";

/** For how many days a personal token may work. */
export const personalTokenDays = ["7", "30", "90", "365"] as const;

export const createPersonalTokenInput = z.object({
  name: requiredText(80),
  access: z.enum(["read", "write"]),
  days: z.enum(personalTokenDays),
});

export const personalTokenReference = z.object({ id: z.uuid() });
