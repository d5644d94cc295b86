import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { organizations } from "@/db/schema";
import { type Actor, actorId } from "../access/actor";
import { NotFound } from "../errors";

type Organization = typeof organizations.$inferSelect;

/** What each open transaction has read of its organization. */
const readRows = new WeakMap<Transaction, Promise<Organization>>();

/**
 * The transaction's organization, read once. Commands that write it lock it first, by `locksOrganization`.
 * @throws NotFound when it was deleted
 */
export function getOrganization(transaction: Transaction): Promise<Organization> {
  let row = readRows.get(transaction);
  if (!row) {
    row = readOrganization(transaction);
    readRows.set(transaction, row);
  }
  return row;
}

async function readOrganization(transaction: Transaction): Promise<Organization> {
  const [organization] = await transaction.select().from(organizations);
  if (!organization) throw new NotFound();
  return organization;
}

/** Sets fields of the organization, and says by whom; people with its form open are told of it. */
export async function writeOrganization(
  transaction: Transaction,
  actor: Actor,
  fields: Partial<Organization>,
): Promise<void> {
  readRows.delete(transaction);
  await transaction
    .update(organizations)
    .set({ ...fields, updatedBy: actorId(actor), version: sql`${organizations.version} + 1` })
    .where(eq(organizations.id, actor.organizationId));
}
