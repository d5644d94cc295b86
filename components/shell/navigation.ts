import type { Action, Resource } from "@/lib/core/access/matrix";

export type NavigationKey =
  | "dashboard"
  | "fleet"
  | "support"
  | "cases"
  | "users"
  | "buildings"
  | "devices"
  | "bulkActions"
  | "imports"
  | "team"
  | "handbook"
  | "auditLog"
  | "settings";

/** The menu's groups in order; the first has no heading. */
export const navigationGroups = [
  "overview",
  "service",
  "customers",
  "operations",
  "organization",
] as const;

export type NavigationGroup = (typeof navigationGroups)[number];

export type NavigationItem = {
  key: NavigationKey;
  group: NavigationGroup;
  href: string;
  /** The right without which the page would refuse. */
  needs: [Action, Resource];
};

/** The menu, in order. What a role may not open is left out of it. */
export const navigation: NavigationItem[] = [
  { key: "dashboard", group: "overview", href: "/dashboard", needs: ["read", "end-user"] },
  { key: "fleet", group: "overview", href: "/fleet", needs: ["read", "device"] },
  { key: "support", group: "service", href: "/support", needs: ["read", "device"] },
  { key: "cases", group: "service", href: "/cases", needs: ["read", "case"] },
  { key: "users", group: "customers", href: "/users", needs: ["read", "end-user"] },
  { key: "buildings", group: "customers", href: "/buildings", needs: ["read", "building"] },
  { key: "devices", group: "customers", href: "/devices", needs: ["read", "device"] },
  { key: "imports", group: "operations", href: "/imports", needs: ["create", "end-user"] },
  { key: "bulkActions", group: "operations", href: "/bulk-actions", needs: ["update", "end-user"] },
  { key: "team", group: "organization", href: "/team", needs: ["read", "staff"] },
  { key: "handbook", group: "organization", href: "/handbook", needs: ["read", "handbook"] },
  { key: "auditLog", group: "organization", href: "/audit-log", needs: ["read", "audit-log"] },
  {
    key: "settings",
    group: "organization",
    href: "/settings",
    needs: ["read", "organization-settings"],
  },
];

/** What the command palette offers to do beside the pages of the menu. */
export const quickActions = [
  { key: "addEndUser", href: "/users/new", needs: ["create", "end-user"] },
  { key: "openCase", href: "/cases/new", needs: ["create", "case"] },
  { key: "importFile", href: "/imports/new", needs: ["create", "end-user"] },
  { key: "disconnected", href: "/devices?connection=disconnected", needs: ["read", "device"] },
  { key: "invite", href: "/team/invite", needs: ["create", "staff"] },
  { key: "addHandbookEntry", href: "/handbook/new", needs: ["create", "handbook"] },
  { key: "ownAccount", href: "/account", needs: ["update", "own-account"] },
] as const satisfies { key: string; href: string; needs: [Action, Resource] }[];
