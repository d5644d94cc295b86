import "server-only";
import type { EndUser } from "@/lib/core/access/actor";
import { getEndUser } from "@/lib/customers/end-users/get-end-user";
import { listOwnDevices } from "@/lib/devices/devices/list-own-devices";
import { readRecentSavingsOfOwner } from "@/lib/devices/savings/recent-savings";
import { getSupportContact } from "@/lib/identity/account/get-support-contact";

/** What an end-user's own page shows, by their own rights. */
export async function readOwnRecord(actor: EndUser) {
  const { userId } = actor;
  const [me, devices, savings, contact] = await Promise.all([
    getEndUser(actor, { id: userId }),
    listOwnDevices(actor, { userId }),
    readRecentSavingsOfOwner(actor, { userId }),
    getSupportContact(actor, {}),
  ]);
  return { me, devices, savings, contact };
}
