import { requiredText, z } from "@/lib/core/validation/problems";

export const startSupportViewInput = z.object({ userId: z.uuid(), reason: requiredText(300) });

export const supportViewReference = z.object({ id: z.uuid() });
