import { requiredText, z } from "../validation/problems";

export const addNoteInput = z.object({ userId: z.uuid(), body: requiredText(4000) });

export const noteReference = z.object({ id: z.uuid() });
