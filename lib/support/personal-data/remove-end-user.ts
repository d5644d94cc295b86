import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { buildings, devices, energyContracts } from "@/db/schema";
import { Invalid } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { lockDevicesOf } from "@/lib/core/records/lock-devices";
import type { eraseEndUserInput } from "@/lib/customers/end-users/end-user-schema";
import { findEndUser } from "@/lib/customers/end-users/find-end-user";
import { dropTagsOf } from "@/lib/customers/tags/tag-end-users";
import { endAccounts } from "@/lib/devices/connections/give-back-access";

/**
 * The end-user that is to go; locks their devices.
 * @throws NotFound when the organization has no such living end-user
 * @throws Invalid when the typed confirmation is not their address, or without one their name
 */
export async function findConfirmedEndUser(
  transaction: Transaction,
  { id, confirmation }: z.output<typeof eraseEndUserInput>,
) {
  const endUser = await findEndUser(transaction, id);
  if (confirmation.toLowerCase() !== (endUser.email ?? personName(endUser)).toLowerCase()) {
    throw new Invalid({ confirmation: "confirmation" });
  }
  await lockDevicesOf(transaction, { userId: endUser.id });
  return endUser;
}

/** Deletes what belongs to an end-user and is there still: buildings, contracts, devices, tags. */
export async function deleteBelongings(
  transaction: Transaction,
  userId: string,
  deletedAt: Date,
): Promise<void> {
  await dropTagsOf(transaction, userId);
  await endAccounts(transaction, { userId });
  for (const owned of [buildings, energyContracts, devices] as const) {
    await transaction
      .update(owned)
      .set({ deletedAt })
      .where(and(eq(owned.userId, userId), isNull(owned.deletedAt)));
  }
}
