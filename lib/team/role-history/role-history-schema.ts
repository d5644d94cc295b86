import { listInput } from "@/lib/core/lists/list-input";
import { z } from "@/lib/core/validation/problems";

/** What a change of roles leads to; `none` is the removal from the team. */
export const roleHistoryRoles = ["admin", "staff", "none"] as const;

/** `changes`: what changed in the period. `held`: the roles that somebody had at any time of the period. */
export const roleHistoryScopes = ["changes", "held"] as const;

const filterFields = {
  /** The id of a member, or words of names and email addresses. */
  person: z.string().trim().max(200).default(""),
  role: z.enum(roleHistoryRoles).optional(),
  scope: z.enum(roleHistoryScopes).default("changes"),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
};

export const listRoleHistoryInput = z.object({
  ...filterFields,
  cursor: listInput.cursor,
  size: listInput.size,
  direction: listInput.direction,
  sort: z.enum(["created"]).default("created"),
});

export const exportRoleHistoryInput = z.object({
  ...filterFields,
  format: z.enum(["csv", "pdf"]).default("csv"),
});

export const roleHistoryExportPageInput = z.object({
  ...filterFields,
  cursor: listInput.cursor,
});

const filters = z.object(filterFields);
export type RoleHistoryFilters = z.output<typeof filters>;
