import type { Action, Resource } from "@/lib/access/matrix";

export type NavigationKey =
  | "dashboard"
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
