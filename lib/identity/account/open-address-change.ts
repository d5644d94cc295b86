import "server-only";
import { and, isNull, sql } from "drizzle-orm";
import { addressChanges } from "@/db/schema";

/** A change of address that has been neither made nor withdrawn. */
export const isOpenChange = and(
  isNull(addressChanges.completedAt),
  isNull(addressChanges.cancelledAt),
);

/** One that can still be confirmed. */
export const isWaitingChange = and(isOpenChange, sql`${addressChanges.expiresAt} > now()`);
