import { auditActions } from "@/lib/core/audit/actions";
import { z } from "@/lib/core/validation/problems";
import { auditSources } from "./sources";

export const auditFilterFields = {
  /** Words of names, reasons, and values before and after. */
  search: z.string().trim().max(200).default(""),
  action: z.enum(auditActions).optional(),
  source: z.enum(auditSources).optional(),
  actorId: z.uuid().optional(),
  targetId: z.uuid().optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
};

const auditFilters = z.object(auditFilterFields);
export type AuditFilters = z.output<typeof auditFilters>;
