import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { apiClients } from "@/db/schema";
import { NotFound } from "@/lib/core/errors";

/** @throws NotFound */
export async function findApiClient(transaction: Transaction, id: string) {
  const [client] = await transaction.select().from(apiClients).where(eq(apiClients.id, id));
  if (!client) throw new NotFound();
  return client;
}
