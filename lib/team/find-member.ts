import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { NotFound } from "../errors";
import { type MemberRole, memberRoles } from "./team-schema";

export type MemberRow = typeof users.$inferSelect & { role: MemberRole };

/** @throws NotFound when the organization has no such admin or staff member */
export async function findMember(transaction: Transaction, id: string): Promise<MemberRow> {
  const [member] = await transaction
    .select()
    .from(users)
    .where(and(eq(users.id, id), inArray(users.role, [...memberRoles]), isNull(users.deletedAt)));
  if (!member || member.role === "user") throw new NotFound();
  return { ...member, role: member.role };
}
