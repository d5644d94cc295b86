/**
 * Who may do what. This table is what the server enforces, what the permission tests enumerate and
 * what the Team page shows. Nothing else decides rights.
 */

export const actions = ["create", "read", "update", "delete"] as const;
export type Action = (typeof actions)[number];

/** Rows of the matrix that people manage. */
export const resources = [
  "end-user",
  "building",
  "energy-contract",
  "note",
  "case",
  "device",
  "staff",
  "admin",
  "organization-settings",
  "handbook",
  "api-credentials",
  "webhook",
  "audit-log",
  "security",
  "billing",
] as const;

/** What belongs to the machinery of the portal itself, and is not shown as a right of a person. */
const innerResources = [
  "own-account",
  "support-view",
  "authentication",
  "outgoing-mail",
  "maintenance",
] as const;

export type Resource = (typeof resources)[number] | (typeof innerResources)[number];

/** `organization`: every record of the actor's organization. `own`: only what belongs to the actor. */
export type AccessScope = "organization" | "own";

export const roles = [
  "admin",
  "staff",
  "user",
  "restricted",
  "server-to-server",
  "system",
  "anonymous",
] as const;
export type Role = (typeof roles)[number];

type Rights = Partial<Record<Resource, Partial<Record<Action, AccessScope>>>>;

const all = (letters: string) => grant(letters, "organization");
const own = (letters: string) => grant(letters, "own");

function grant(letters: string, scope: AccessScope): Partial<Record<Action, AccessScope>> {
  const granted = actions.filter((action) => letters.includes(action.charAt(0).toUpperCase()));
  return Object.fromEntries(granted.map((action) => [action, scope]));
}

const everyRecord: Rights = {
  "end-user": all("CRUD"),
  building: all("CRUD"),
  "energy-contract": all("CRUD"),
  device: all("CRUD"),
  note: all("CRUD"),
  case: all("CRUD"),
};

const everyMember: Rights = { staff: all("CRUD"), admin: all("CRUD") };

export const permissionMatrix: Record<Role, Rights> = {
  admin: {
    ...everyRecord,
    ...everyMember,
    "organization-settings": all("RU"),
    handbook: all("CRUD"),
    "api-credentials": all("CRUD"),
    webhook: all("CRUD"),
    "audit-log": all("R"),
    security: all("RU"),
    billing: all("RU"),
    "support-view": all("CRU"),
    "own-account": own("RU"),
  },
  staff: {
    ...everyRecord,
    staff: all("R"),
    admin: all("R"),
    handbook: all("R"),
    "support-view": all("CRU"),
    "own-account": own("RU"),
  },
  user: {
    "end-user": own("RU"),
    building: own("RU"),
    "energy-contract": own("RU"),
    device: own("RU"),
    "own-account": own("RU"),
  },
  "server-to-server": {
    ...everyRecord,
    ...everyMember,
    "organization-settings": all("RU"),
    handbook: all("CRUD"),
    "api-credentials": all("RD"),
    webhook: all("CRUD"),
    "audit-log": all("R"),
    security: all("R"),
  },
  /** Somebody before their second factor is set up, or new terms are accepted, where that is asked for. */
  restricted: { "own-account": own("RU") },
  /** Our own jobs, which act for nobody. */
  system: { "outgoing-mail": all("RU"), maintenance: all("RU") },
  /** Anybody who is not logged in: logging in, resetting a password, accepting an invitation. */
  anonymous: { authentication: all("CRU") },
};

/** How far a role's right reaches, or undefined when it has none. */
export function scopeOf(role: Role, action: Action, resource: Resource): AccessScope | undefined {
  return permissionMatrix[role][resource]?.[action];
}
