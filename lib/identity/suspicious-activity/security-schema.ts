import { listInput } from "@/lib/core/lists/list-input";
import { optionalMultilineText, z } from "@/lib/core/validation/problems";

export const findingKinds = [
  "failed_logins",
  "password_spraying",
  "new_device",
  "mass_export",
  "mass_deletion",
  "revoked_credential",
  "simultaneous_use",
] as const;

export const listFindingsInput = z.object({
  search: listInput.search,
  cursor: listInput.cursor,
  size: listInput.size,
  direction: listInput.direction,
  kind: z.enum(findingKinds).optional(),
  state: z.enum(["open", "acknowledged"]).optional(),
});

export const findingReference = z.object({ id: z.uuid() });

export const acknowledgeFindingInput = z.object({ id: z.uuid(), note: optionalMultilineText(500) });
