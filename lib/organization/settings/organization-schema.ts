import { languages } from "@/lib/core/i18n/languages";
import { changesOf } from "@/lib/core/validation/changes-of";
import {
  checkbox,
  optionalCountry,
  recordVersion,
  requiredText,
  z,
} from "@/lib/core/validation/problems";
import { isTimeZone } from "@/lib/core/validation/time-zone";

const domain = /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** Names below the portal's host that no organization gets. */
const reservedSlugs = new Set("www api app admin mail status docs static assets".split(" "));

/** Whom of the team an organization can ask for a second factor. */
export const secondFactorRules = ["optional", "admins", "team"] as const;

const identity = {
  name: requiredText(100),
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, { error: "slug" })
    .refine((slug) => !reservedSlugs.has(slug), { error: "slugTaken" }),
  defaultLanguage: z.enum(languages),
  timeZone: z.string().refine(isTimeZone, { error: "choice" }),
};

/** What a new organization begins with. */
export const createOrganizationInput = z.object(identity);

export const updateOrganizationInput = z.object({
  version: recordVersion,
  ...identity,
  ...changesOf({ country: optionalCountry }),
  /** Domains apart by commas, spaces or lines. */
  allowedEmailDomains: z
    .string()
    .max(2000)
    .transform((text) => [
      ...new Set(
        text
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ])
    .refine((domains) => domains.every((name) => domain.test(name)), { error: "domains" }),
  passwordLeastLength: z.coerce.number().int().min(15).max(64),
  /** Empty: never. */
  retainAuditMonths: z
    .string()
    .trim()
    .transform((months) => (months === "" ? null : Number(months)))
    .pipe(z.number().int().min(12).max(240).nullable()),
  retainMailDays: z.coerce.number().int().min(30).max(3650),
  reviewEveryMonths: z.coerce.number().int().min(0).max(12),
  /** Empty: nobody is suspended by rule. */
  suspendInactiveDays: z
    .enum(["", "30", "60", "90"])
    .transform((days) => (days === "" ? null : Number(days))),
  secondFactorRule: z.enum(secondFactorRules),
  /** Whether people's own tokens open the endpoint for assistants. */
  ...changesOf({ allowsAssistants: checkbox }),
  sessionIdleMinutes: z.coerce.number().int().min(5).max(1440),
  sessionAbsoluteHours: z.coerce.number().int().min(1).max(168),
});
