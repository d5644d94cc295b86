import { listInput } from "@/lib/core/lists/list-input";
import { recordVersion, requiredMultilineText, z } from "@/lib/core/validation/problems";

export const removeMemberInput = z.object({
  id: z.uuid(),
  reason: requiredMultilineText(300).min(5),
  /** Who answers from now on for what the member owned; empty: their API clients are revoked. */
  successorId: z.union([z.literal(""), z.uuid()]).default(""),
  /** The member's address, typed again. */
  confirmation: z.string().trim().min(1).max(254),
  version: recordVersion.optional(),
});

export const departureReference = z.object({ id: z.uuid() });

export const listDeparturesInput = z.object({
  search: listInput.search,
  cursor: listInput.cursor,
  size: listInput.size,
  direction: listInput.direction,
  sort: z.enum(["created"]).default("created"),
});
