import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { NotFound } from "../errors";

/** @throws NotFound when the organization has no such living end-user */
export async function findEndUser(transaction: Transaction, id: string) {
  const [endUser] = await transaction
    .select()
    .from(users)
    .where(and(eq(users.id, id), eq(users.role, "user"), isNull(users.deletedAt)));
  if (!endUser) throw new NotFound();
  return endUser;
}

/** The fields a person may write, as the audit log compares them. */
export function writableFields(endUser: typeof users.$inferSelect) {
  const {
    email,
    externalUserId,
    firstName,
    lastName,
    phone,
    streetAndNumber,
    streetAddInfo,
    zipCode,
    town,
    country,
  } = endUser;
  return {
    email,
    externalUserId,
    firstName,
    lastName,
    phone,
    streetAndNumber,
    streetAddInfo,
    zipCode,
    town,
    country,
  };
}
