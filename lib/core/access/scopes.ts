import type { Action, Resource } from "./matrix";

/** What a token can be let at, each for reading or for reading and writing. */
const scopeAreas = ["customers", "devices", "team", "webhooks", "audit-log"] as const;
type ScopeArea = (typeof scopeAreas)[number];

/** What has no area is open to no token that has scopes. */
const areaOf: Partial<Record<Resource, ScopeArea>> = {
  "end-user": "customers",
  building: "customers",
  "energy-contract": "customers",
  note: "customers",
  device: "devices",
  staff: "team",
  admin: "team",
  webhook: "webhooks",
  "audit-log": "audit-log",
};

/** Every scope there is, as `area:access`; writing includes reading, and the log is only read. */
export const allScopes: readonly string[] = scopeAreas.flatMap((area) =>
  area === "audit-log" ? [`${area}:read`] : [`${area}:read`, `${area}:write`],
);

/** The scope that an act takes; undefined where no token is let at it. */
export function scopeFor(action: Action, resource: Resource): string | undefined {
  const area = areaOf[resource];
  return area && `${area}:${action === "read" ? "read" : "write"}`;
}

/** Whether a token's scopes cover an act; without scopes the role alone decides. */
export function scopesAllow(
  scopes: readonly string[] | undefined,
  action: Action,
  resource: Resource,
): boolean {
  if (!scopes) return true;
  const area = areaOf[resource];
  if (!area) return false;
  return scopes.includes(`${area}:write`) || (action === "read" && scopes.includes(`${area}:read`));
}

/**
 * What a token's scopes are told to its client as (RFC 6749, 5.1): in the words that it asked with, else as `read` and
 * `write`, which clients of the Partner API expect, followed by the scopes themselves unless it has them all.
 */
export function toScopeAnswer(given: readonly string[], asked = ""): string {
  const isWriting = given.some((scope) => scope.endsWith(":write"));
  const words = asked.split(/\s+/).filter((word) => word !== "" && (word !== "write" || isWriting));
  if (words.length > 0) return [...new Set(words)].join(" ");
  const hasAll = allScopes.every((scope) =>
    [scope, scope.replace(/:read$/, ":write")].some((held) => given.includes(held)),
  );
  return ["read", ...(isWriting ? ["write"] : []), ...(hasAll ? [] : given)].join(" ");
}

/**
 * What a client is given of the scopes that it has when it asks for some (RFC 6749, 3.3). `read` and `write`,
 * which clients of the Partner API ask for, stand for every area; asking for nothing asks for all.
 * @returns the narrowed scopes; none when it asks for something that it does not have or that is no scope
 */
export function narrowScopes(held: readonly string[], asked: string): string[] {
  const words = asked.split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.includes("write")) return [...held];
  const readable = new Set(held.map((scope) => scope.replace(/:write$/, ":read")));
  const all = new Set([...held, ...readable]);
  const narrowed = words.flatMap((word) =>
    word === "read" ? [...readable] : all.has(word) ? [word] : [undefined],
  );
  const given = narrowed.filter((scope) => scope !== undefined);
  return given.length === narrowed.length ? [...new Set(given)] : [];
}
