import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { organizations, users } from "@/db/schema";

type Rule = (typeof organizations.$inferSelect)["secondFactorRule"];
type PersonRole = (typeof users.$inferSelect)["role"];

/** Whether a rule asks a role for a second factor. End-users are never asked. */
export function ruleAsks(rule: Rule, role: PersonRole): boolean {
  if (rule === "team") return role !== "user";
  return rule === "admins" && role === "admin";
}

/** Whether the organization asks this person for a second factor. */
export async function isSecondFactorRequired(
  transaction: Transaction,
  userId: string,
): Promise<boolean> {
  const [found] = await transaction
    .select({ role: users.role, rule: organizations.secondFactorRule })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, users.organizationId))
    .where(eq(users.id, userId));
  return found !== undefined && ruleAsks(found.rule, found.role);
}
