import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { organizations } from "@/db/schema";
import { type Actor, actorId } from "../access/actor";
import { NotFound } from "../errors";

type Organization = typeof organizations.$inferSelect;

/** The transaction's organization. Commands that write it lock it first, by `locksOrganization`. */
export async function getOrganization(transaction: Transaction): Promise<Organization> {
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
  await transaction
    .update(organizations)
    .set({ ...fields, updatedBy: actorId(actor), version: sql`${organizations.version} + 1` })
    .where(eq(organizations.id, actor.organizationId));
}
