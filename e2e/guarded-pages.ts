import type { Action, Resource } from "../lib/core/access/matrix";
import type { TestOrganization, TestPerson } from "../testing/organization";
import { guardedCustomerPages } from "./guarded-customer-pages";

export type Guarded = {
  audience: "team" | "end-users" | "everybody logged in";
  needs?: [Action, Resource][];
  path: (organization: TestOrganization, viewer?: TestPerson) => string;
  /** What the page shows to those who may see it, and to nobody else. */
  secret: (organization: TestOrganization, viewer: TestPerson | undefined) => string;
  /** The path names a record, which another organization must not find. */
  isOfRecord?: boolean;
};

/** Every page behind login, and the rights that open it. A page that is missing here fails the suite. */
export const guardedPages: Record<string, Guarded> = {
  ...guardedCustomerPages,
  "/(portal)/support/page": {
    audience: "team",
    needs: [["read", "device"]],
    path: () => "/support",
    secret: ({ mark }) => `Trouble ${mark}`,
  },
  "/(portal)/support/views/[id]/page": {
    audience: "team",
    needs: [["read", "support-view"]],
    path: ({ deviceId, buildingId, staff }, viewer) =>
      `/support/views/${viewer?.id === staff.id ? buildingId : deviceId}`,
    secret: ({ mark }) => `Home ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/diagnoses/[id]/page": {
    audience: "team",
    needs: [["read", "note"]],
    path: ({ deviceId }) => `/diagnoses/${deviceId}`,
    secret: ({ mark }) => `found-${mark}@home.example`,
    isOfRecord: true,
  },
  "/(portal)/cases/page": {
    audience: "team",
    needs: [["read", "case"]],
    path: () => "/cases",
    secret: ({ mark }) => `No hot water ${mark}`,
  },
  "/(portal)/cases/new/page": {
    audience: "team",
    needs: [["create", "case"]],
    path: () => "/cases/new",
    secret: () => "Link to the matching ticket",
  },
  "/(portal)/cases/templates/page": {
    audience: "team",
    needs: [["read", "case"]],
    path: () => "/cases/templates",
    secret: ({ mark }) => `Template ${mark}`,
  },
  "/(portal)/cases/[id]/page": {
    audience: "team",
    needs: [["read", "case"]],
    path: ({ deviceId }) => `/cases/${deviceId}`,
    secret: ({ mark }) => `No hot water ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/team/page": {
    audience: "team",
    needs: [["read", "staff"]],
    path: () => "/team",
    secret: ({ admin, staff }, viewer) => (viewer?.id === admin.id ? staff.email : admin.email),
  },
  "/(portal)/team/[id]/page": {
    audience: "team",
    needs: [["read", "staff"]],
    path: ({ staff }) => `/team/${staff.id}`,
    secret: () => "Made for a test",
    isOfRecord: true,
  },
  "/(portal)/team/comparison/page": {
    audience: "team",
    needs: [["update", "admin"]],
    path: () => "/team/comparison",
    secret: () => "Upload a list of current employees",
  },
  "/(portal)/team/export/route": {
    audience: "team",
    needs: [["update", "admin"]],
    path: () => "/team/export",
    secret: ({ staff }) => staff.email,
  },
  "/(portal)/team/invite/page": {
    audience: "team",
    needs: [["create", "staff"]],
    path: () => "/team/invite",
    secret: () => "Sends an email with a link",
  },
  "/(portal)/handbook/page": {
    audience: "team",
    needs: [["read", "handbook"]],
    path: () => "/handbook",
    secret: ({ mark }) => `Entry ${mark}`,
  },
  "/(portal)/handbook/new/page": {
    audience: "team",
    needs: [["create", "handbook"]],
    path: () => "/handbook/new",
    secret: () => "steps in order, and who to contact",
  },
  "/(portal)/handbook/[id]/page": {
    audience: "team",
    needs: [["read", "handbook"]],
    path: ({ deviceId }) => `/handbook/${deviceId}`,
    secret: ({ mark }) => `Answer within three rings, ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/handbook/[id]/edit/page": {
    audience: "team",
    needs: [["update", "handbook"]],
    path: ({ deviceId }) => `/handbook/${deviceId}/edit`,
    secret: ({ mark }) => `Answer within three rings, ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/team/[id]/departure/page": {
    audience: "team",
    needs: [["delete", "staff"]],
    path: ({ staff }) => `/team/${staff.id}/departure`,
    secret: () => "Access and secrets",
    isOfRecord: true,
  },
  "/(portal)/team/departures/page": {
    audience: "team",
    needs: [["delete", "staff"]],
    path: () => "/team/departures",
    secret: ({ mark }) => `Former ${mark}`,
  },
  "/(portal)/team/departures/[id]/page": {
    audience: "team",
    needs: [["delete", "staff"]],
    path: ({ deviceId }) => `/team/departures/${deviceId}`,
    secret: ({ mark }) => `Former ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/team/role-history/page": {
    audience: "team",
    needs: [["read", "audit-log"]],
    path: () => "/team/role-history",
    secret: () => "Decided by",
  },
  "/(portal)/team/role-history/export/route": {
    audience: "team",
    needs: [["read", "audit-log"]],
    path: () => "/team/role-history/export",
    secret: () => "Decided by",
  },
  "/(portal)/team/reviews/page": {
    audience: "team",
    needs: [["update", "admin"]],
    path: () => "/team/reviews",
    secret: () => "0 of 1 reviewed",
  },
  "/(portal)/team/reviews/[id]/page": {
    audience: "team",
    needs: [["update", "admin"]],
    path: ({ deviceId }) => `/team/reviews/${deviceId}`,
    secret: ({ staff }) => staff.email,
    isOfRecord: true,
  },
  "/(portal)/team/reviews/[id]/report/route": {
    audience: "team",
    needs: [["update", "admin"]],
    path: ({ deviceId }) => `/team/reviews/${deviceId}/report`,
    secret: ({ staff }) => staff.email,
    isOfRecord: true,
  },
  "/(portal)/settings/api-credentials/page": {
    audience: "team",
    needs: [["read", "api-credentials"]],
    path: () => "/settings/api-credentials",
    secret: () => "Data warehouse",
  },
  "/(portal)/settings/api-credentials/new/page": {
    audience: "team",
    needs: [["create", "api-credentials"]],
    path: () => "/settings/api-credentials/new",
    secret: () => "Grant only the permissions the system needs",
  },
  "/(portal)/settings/api-credentials/[id]/page": {
    audience: "team",
    needs: [["read", "api-credentials"]],
    path: ({ deviceId }) => `/settings/api-credentials/${deviceId}`,
    secret: () => "Data warehouse",
    isOfRecord: true,
  },
  "/(portal)/settings/webhooks/page": {
    audience: "team",
    needs: [["read", "webhook"]],
    path: () => "/settings/webhooks",
    secret: () => "Meter data hub",
  },
  "/(portal)/settings/webhooks/new/page": {
    audience: "team",
    needs: [["create", "webhook"]],
    path: () => "/settings/webhooks/new",
    secret: () => "Messages are signed according to Standard Webhooks",
  },
  "/(portal)/settings/webhooks/[id]/page": {
    audience: "team",
    needs: [["read", "webhook"]],
    path: ({ deviceId }) => `/settings/webhooks/${deviceId}`,
    secret: () => "Meter data hub",
    isOfRecord: true,
  },
  "/(portal)/settings/jobs/page": {
    audience: "team",
    needs: [["read", "organization-settings"]],
    path: () => "/settings/jobs",
    secret: () => "Queue and failures",
  },
  "/(portal)/settings/connections/page": {
    audience: "team",
    needs: [["read", "organization-settings"]],
    path: () => "/settings/connections",
    secret: () => "Email link validity (days)",
  },
  "/(portal)/settings/appearance/page": {
    audience: "team",
    needs: [["read", "organization-settings"]],
    path: () => "/settings/appearance",
    secret: () => "Logo and colour of your pages",
  },
  "/(portal)/settings/mail/page": {
    audience: "team",
    needs: [["read", "organization-settings"]],
    path: () => "/settings/mail",
    secret: () => "Sender and email templates",
  },
  "/(portal)/settings/mail/[template]/[language]/page": {
    audience: "team",
    needs: [["read", "organization-settings"]],
    path: () => "/settings/mail/invitation/en",
    secret: ({ mark }) => `Own words of ${mark}`,
  },
  "/(portal)/settings/data/page": {
    audience: "team",
    needs: [["update", "organization-settings"]],
    path: () => "/settings/data",
    secret: () => "all data of the organisation",
  },
  "/(portal)/settings/data/export/route": {
    audience: "team",
    needs: [["update", "organization-settings"]],
    path: () => "/settings/data/export",
    secret: ({ staff }) => staff.email,
  },
  "/(portal)/settings/audit-stream/page": {
    audience: "team",
    needs: [["read", "organization-settings"]],
    path: () => "/settings/audit-stream",
    secret: ({ mark }) => `siem-${mark}.example`,
  },
  "/(portal)/settings/terms/page": {
    audience: "team",
    needs: [["read", "organization-settings"]],
    path: () => "/settings/terms",
    secret: () => "must accept it before they can continue",
  },
  "/(portal)/settings/security/page": {
    audience: "team",
    needs: [["read", "security"]],
    path: () => "/settings/security",
    secret: () => "Suspicious activity",
  },
  "/(portal)/settings/security/[id]/page": {
    audience: "team",
    needs: [["read", "security"]],
    path: ({ deviceId }) => `/settings/security/${deviceId}`,
    secret: () => "Firefox 140",
    isOfRecord: true,
  },
  "/(portal)/settings/billing/page": {
    audience: "team",
    needs: [["read", "billing"]],
    path: () => "/settings/billing",
    secret: ({ mark }) => `Payer ${mark}`,
  },
  "/(portal)/settings/billing/usage/page": {
    audience: "team",
    needs: [["read", "billing"]],
    path: () => "/settings/billing/usage?month=2026-10",
    secret: () => "S2125-8",
  },
  "/(portal)/settings/billing/usage/export/route": {
    audience: "team",
    needs: [["read", "billing"]],
    path: () => "/settings/billing/usage/export?month=2026-10",
    secret: ({ deviceId }) => deviceId,
  },
  "/(portal)/settings/billing/invoices/[id]/page": {
    audience: "team",
    needs: [["read", "billing"]],
    path: ({ deviceId }) => `/settings/billing/invoices/${deviceId}`,
    secret: ({ mark }) => `Payer ${mark}`,
    isOfRecord: true,
  },
  "/(portal)/settings/billing/invoices/[id]/pdf/route": {
    audience: "team",
    needs: [["read", "billing"]],
    path: ({ deviceId }) => `/settings/billing/invoices/${deviceId}/pdf`,
    secret: () => "%PDF",
    isOfRecord: true,
  },
  "/(portal)/audit-log/page": {
    audience: "team",
    needs: [["read", "audit-log"]],
    // The shared organization's log grows while its pages are tried.
    path: () => "/audit-log?action=session.ended",
    secret: ({ mark }) => `trace-${mark}`,
  },
  "/(portal)/audit-log/export/route": {
    audience: "team",
    needs: [["read", "audit-log"]],
    path: () => "/audit-log/export",
    secret: ({ mark }) => `trace-${mark}`,
  },
  "/(portal)/audit-log/verification/page": {
    audience: "team",
    needs: [["read", "audit-log"]],
    path: () => "/audit-log/verification",
    secret: () => "BEGIN PUBLIC KEY",
  },
  "/(portal)/settings/page": {
    audience: "team",
    needs: [["read", "organization-settings"]],
    path: () => "/settings",
    secret: ({ mark }) => `domain-${mark}.example`,
  },
  "/(self)/me/page": {
    audience: "end-users",
    needs: [["read", "device"]],
    path: () => "/me",
    secret: ({ mark }) => `Home ${mark}`,
  },
  "/(self)/me/devices/[id]/page": {
    audience: "end-users",
    needs: [["read", "device"]],
    path: ({ deviceId }) => `/me/devices/${deviceId}`,
    secret: () => "S2125-8",
  },
  "/(self)/account/page": {
    audience: "everybody logged in",
    path: () => "/account",
    secret: () => "Devices where you",
  },
  "/(self)/account/terms/page": {
    audience: "everybody logged in",
    path: () => "/account/terms",
    secret: () => "within your role",
  },
  "/(self)/account/second-factor/page": {
    audience: "everybody logged in",
    path: () => "/account/second-factor",
    secret: () => "otpauth",
  },
  "/(self)/account/tokens/page": {
    audience: "everybody logged in",
    path: () => "/account/tokens",
    secret: () => "stops working when your access ends",
  },
  "/(self)/account/confirm-identity/page": {
    audience: "everybody logged in",
    path: () => "/account/confirm-identity",
    secret: () => "This action is sensitive",
  },
};

/** Guarded too, by its own tests: it only takes what is sent to it. */
export const testedApart = ["/(portal)/imports/upload/route"];

/** Open to everybody; none of them shows anything of an organization without a link. */
export const openPages = [
  "/(connect)/connect/[token]/page",
  "/(connect)/connect/[token]/code/page",
  "/(connect)/connect/[token]/devices/page",
  "/(connect)/connect/callback/route",
  "/(connect)/connect/lost/page",
  "/(connect)/connect/device/[id]/page",
  "/(public)/accounts/forgotten-password/page",
  "/(public)/accounts/login/page",
  "/(public)/accounts/second-factor/page",
  "/(public)/accounts/confirm-address/[token]/page",
  "/(public)/accounts/reset-password/[token]/page",
  "/(public)/invite/[token]/page",
  "/(public)/terms/page",
  "/_global-error/page",
  "/_not-found/page",
  "/api/billing/card-payments/route",
  "/api/mail/delivery-reports/route",
  "/api/manufacturers/enode/[organizationId]/route",
  "/api/manufacturers/sandbox/[organizationId]/route",
  "/api/partners/v2.0/docs/page",
  "/api/partners/v2.0/docs/problems/page",
  "/api/partners/v2.0/docs/problems/[code]/page",
  "/brand/[organizationId]/logo/route",
  "/brand/[organizationId]/style/route",
  "/icon.svg/route",
  // Demo and development only.
  "/mailbox/[id]/body/route",
  "/mailbox/[id]/page",
  "/mailbox/page",
  // Leads on to where the viewer belongs.
  "/page",
];
