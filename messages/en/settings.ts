export const settings = {
  partsLabel: "Settings",
  parts: {
    organization: "Organization",
    apiCredentials: "API credentials",
    security: "Security",
    billing: "Billing",
  },
  title: "Organization settings",
  description: "What holds for everybody in your organization.",
  name: "Name",
  slug: "Short name",
  slugHint:
    "Part of your own address, now {address}. After a change everybody there logs in again.",
  domains: "Allowed e-mail domains",
  domainsHint:
    "Only addresses of these domains can be invited to the team. One on each line; none means any.",
  idle: "Idle minutes",
  idleHint: "A session that nobody uses ends after so many minutes, 5 to 1440.",
  absolute: "Longest session in hours",
  absoluteHint: "Everybody logs in again after so many hours, 1 to 168.",
  reviewEveryMonths: "Months between access reviews",
  reviewEveryMonthsHint: "One starts by itself after so many months, 1 to 12; 0 for never.",
  suspendInactive: "Suspend inactive members",
  suspendInactiveHint: "Checked each morning. The last admin is never suspended.",
  suspendNever: "Never",
  suspendAfter: "After {days} days",
  secondFactorRule: "Second factor",
  secondFactorRuleHint:
    "Whoever needs one and has none is asked to set it up with their next click, and reaches nothing else until then.",
  secondFactorRules: {
    optional: "As each member likes",
    admins: "Required for admins",
    team: "Required for admins and staff",
  },
  save: "Save",
  saved: "The settings are saved.",
};
