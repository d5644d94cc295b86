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

export type NavigationItem = {
  key: NavigationKey;
  href: string;
  /** The right without which the page would refuse. */
  needs: [Action, Resource];
};

/** The menu, in order. What a role may not open is left out of it. */
export const navigation: NavigationItem[] = [
  { key: "dashboard", href: "/dashboard", needs: ["read", "end-user"] },
  { key: "fleet", href: "/fleet", needs: ["read", "device"] },
  { key: "support", href: "/support", needs: ["read", "device"] },
  { key: "cases", href: "/cases", needs: ["read", "case"] },
  { key: "users", href: "/users", needs: ["read", "end-user"] },
  { key: "buildings", href: "/buildings", needs: ["read", "building"] },
  { key: "devices", href: "/devices", needs: ["read", "device"] },
  { key: "bulkActions", href: "/bulk-actions", needs: ["update", "end-user"] },
  { key: "imports", href: "/imports", needs: ["create", "end-user"] },
  { key: "team", href: "/team", needs: ["read", "staff"] },
  { key: "handbook", href: "/handbook", needs: ["read", "handbook"] },
  { key: "auditLog", href: "/audit-log", needs: ["read", "audit-log"] },
  { key: "settings", href: "/settings", needs: ["read", "organization-settings"] },
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
