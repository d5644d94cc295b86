import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";
import { NotFound } from "../errors";

/** @throws NotFound when the organization has no such living device */
export async function findDevice(transaction: Transaction, id: string) {
  const [device] = await transaction
    .select()
    .from(devices)
    .where(and(eq(devices.id, id), isNull(devices.deletedAt)));
  if (!device) throw new NotFound();
  return device;
}
