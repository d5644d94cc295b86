import { auditActions } from "@/lib/core/audit/actions";
import { z } from "@/lib/core/validation/problems";
import { auditSources } from "./sources";

/** What a person can be in an event. */
export const personParts = ["actor", "concerned"] as const;

export const auditFilterFields = {
  /** Words of names, reasons, and values before and after. */
  search: z.string().trim().max(200).default(""),
  /** One action or several, separated by commas. */
  action: z
    .string()
    .max(4000)
    .transform((actions) => [...new Set(actions.split(",").filter(Boolean))])
    .pipe(z.array(z.enum(auditActions)))
    .optional(),
  source: z.enum(auditSources).optional(),
  actorId: z.uuid().optional(),
  targetId: z.uuid().optional(),
  /** The id of a member, or words of names and email addresses: events that they did or that concern them. */
  person: z.string().trim().max(200).default(""),
  /** Leaves of a person's events only those that they did, or only those that concern them. */
  personAs: z.enum(personParts).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
};

const auditFilters = z.object(auditFilterFields);
export type AuditFilters = z.output<typeof auditFilters>;
