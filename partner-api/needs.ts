import { type Role, scopeOf } from "@/lib/core/access/matrix";
import { scopeFor } from "@/lib/core/access/scopes";
import type { Operation } from "./operation";

/** The scopes that open an operation; of several, the one for the record in question. */
export function requiredScopes({ needs }: Operation): string[] {
  const scopes = needs.map(([action, resource]) => scopeFor(action, resource));
  return [...new Set(scopes.filter((scope) => scope !== undefined))];
}

/** The roles that come with a token. */
export const tokenRoles = ["server-to-server", "admin", "staff", "user"] as const satisfies Role[];

/** How far each role's right to an operation scopes, as the permission matrix has it. */
export function roleScopesOf({ needs }: Operation) {
  return tokenRoles.map((role) => {
    const scopes = needs.map(([action, resource]) => scopeOf(role, action, resource));
    return { role, scope: accessOfAll(scopes) };
  });
}

/** "partly" where one need of several is not met. */
function accessOfAll(scopes: ReturnType<typeof scopeOf>[]): "yes" | "partly" | "own" | "no" {
  if (!scopes.some(Boolean)) return "no";
  if (scopes.includes("own")) return "own";
  return scopes.every(Boolean) ? "yes" : "partly";
}
