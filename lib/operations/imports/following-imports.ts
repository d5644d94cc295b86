import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { imports } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { enqueueImport, type Import } from "./find-import";

const waitsFor = ({ id }: Import) => and(eq(imports.follows, id), eq(imports.state, "waiting"));

/** Starts the check of the import that waited for this one. */
export async function checkFollowing(transaction: Transaction, found: Import): Promise<void> {
  const following = await transaction
    .update(imports)
    .set({ state: "checking", workedAt: now() })
    .where(waitsFor(found))
    .returning({ organizationId: imports.organizationId, id: imports.id });
  for (const each of following) await enqueueImport(transaction, each);
}

/** Cancels what waits for an import that will not be done: its rows belong to records that are not there. */
export async function cancelFollowing(transaction: Transaction, found: Import): Promise<void> {
  const cancelled = await transaction
    .update(imports)
    .set({ state: "cancelled", finishedAt: now() })
    .where(waitsFor(found))
    .returning();
  for (const each of cancelled) await cancelFollowing(transaction, each);
}
