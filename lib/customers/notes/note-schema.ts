import { requiredMultilineText, z } from "@/lib/core/validation/problems";

export const addNoteInput = z.object({ userId: z.uuid(), body: requiredMultilineText(4000) });

export const referenceOfNote = z.object({ id: z.uuid() });
