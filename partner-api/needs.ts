import { type Role, reachOf } from "@/lib/access/matrix";
import { scopeFor } from "@/lib/access/scopes";
import type { Operation } from "./operation";

/** The scopes that open an operation; of several, the one for the record in question. */
export function requiredScopes({ needs }: Operation): string[] {
  const scopes = needs.map(([action, resource]) => scopeFor(action, resource));
  return [...new Set(scopes.filter((scope) => scope !== undefined))];
}

/** The roles that come with a token. */
export const tokenRoles = ["server-to-server", "admin", "staff", "user"] as const satisfies Role[];

/** How far each role's right to an operation reaches, as the permission matrix has it. */
export function reachesOf({ needs }: Operation) {
  return tokenRoles.map((role) => {
    const reaches = needs.map(([action, resource]) => reachOf(role, action, resource));
    return { role, reach: reachOfAll(reaches) };
  });
}

/** "partly" where one need of several is not met. */
function reachOfAll(reaches: ReturnType<typeof reachOf>[]): "yes" | "partly" | "own" | "no" {
  if (!reaches.some(Boolean)) return "no";
  if (reaches.includes("own")) return "own";
  return reaches.every(Boolean) ? "yes" : "partly";
}
