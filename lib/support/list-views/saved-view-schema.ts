import { preferredLists } from "@/lib/core/lists/list-preference-schema";
import { checkbox, requiredText, z } from "@/lib/core/validation/problems";

export const createSavedViewInput = z.object({
  list: z.enum(preferredLists),
  name: requiredText(60),
  /** The query of the list's address. */
  parameters: z.string().max(2000),
  isShared: checkbox,
});

export const savedViewReference = z.object({ id: z.uuid() });

export const listSavedViewsInput = z.object({ list: z.enum(preferredLists) });
