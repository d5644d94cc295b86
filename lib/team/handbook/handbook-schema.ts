import { listInput } from "@/lib/core/lists/list-input";
import { changesOf } from "@/lib/core/validation/changes-of";
import {
  checkbox,
  recordVersion,
  requiredMultilineText,
  requiredText,
  z,
} from "@/lib/core/validation/problems";

export const handbookCategories = ["procedure", "escalation", "contact", "training"] as const;
export const handbookAudiences = ["team", "admins"] as const;

const fields = {
  title: requiredText(120),
  /** Markdown. */
  body: requiredMultilineText(20_000),
  category: z.enum(handbookCategories),
  audience: z.enum(handbookAudiences),
  isRequired: checkbox,
};

export const createHandbookEntryInput = z.object(fields);

export const updateHandbookEntryInput = z.object({
  id: z.uuid(),
  version: recordVersion,
  ...changesOf(fields),
  /** People who read an earlier text are asked to read this one. */
  asksAgain: checkbox,
});

export const handbookReference = z.object({ id: z.uuid() });

export const deleteHandbookEntryInput = z.object({
  id: z.uuid(),
  /** The entry's title, typed again. */
  confirmation: z.string().trim().min(1).max(120),
});

export const listHandbookEntriesInput = z.object({
  search: listInput.search,
  cursor: listInput.cursor,
  size: listInput.size,
  direction: listInput.direction,
  sort: z.enum(["title"]).default("title"),
  category: z.enum(handbookCategories).optional(),
  reading: z.enum(["required"]).optional(),
});
