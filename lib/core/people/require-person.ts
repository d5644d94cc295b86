import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { NotFound } from "../errors";

/** @throws NotFound when the organization has no such record, deleted ones included */
export async function requirePerson(transaction: Transaction, id: string): Promise<void> {
  const [person] = await transaction.select({ id: users.id }).from(users).where(eq(users.id, id));
  if (!person) throw new NotFound();
}
