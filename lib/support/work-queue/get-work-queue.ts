import "server-only";
import { may } from "@/lib/core/access/authorize";
import { z } from "@/lib/core/validation/problems";
import { endUserFacets } from "@/lib/customers/end-users/end-user-facet";
import { defineQuery } from "@/lib/define-use-case";
import { ownAccount, personOf } from "@/lib/identity/account/get-own-account";
import { listLongestDisconnected, listNewlyDisconnected } from "./disconnected-devices";
import { listExpiringInvitations } from "./expiring-invitations";
import { listIdleAfterReconnection } from "./idle-after-reconnection";
import { listMentions } from "./mentions";
import { listUnopenedLinks } from "./open-links";
import { listPendingTasks } from "./pending-tasks";
import { readTeamActivity } from "./team-activity";

/** What is to be done by a member of the team, and what the team did lately. */
export const getWorkQueue = defineQuery({
  name: "getWorkQueue",
  input: z.object({}),
  requires: (context) => [
    { action: "read", resource: "end-user" },
    { action: "read", resource: "device" },
    { action: "read", resource: "case" },
    { action: "read", resource: "staff" },
    ...ownAccount("read")(context),
  ],
  async run({ actor, transaction }) {
    const { userId } = personOf(actor);
    const customers = await endUserFacets.read(transaction);
    return {
      hasCustomers: customers.some((facet) => endUserFacets.matches(facet, {}) && facet.count > 0),
      mentions: await listMentions(transaction, userId),
      unopenedLinks: await listUnopenedLinks(transaction),
      newlyDisconnected: await listNewlyDisconnected(transaction),
      idleAfterReconnection: await listIdleAfterReconnection(transaction),
      expiringInvitations: may(actor, "create", "staff")
        ? await listExpiringInvitations(transaction)
        : [],
      tasks: await listPendingTasks(transaction, actor),
      teamActivity: await readTeamActivity(transaction, actor),
    };
  },
});

/** Devices that have waited longest for their customer to connect them again. */
export const listWaitingDevices = defineQuery({
  name: "listWaitingDevices",
  input: z.object({}),
  requires: { action: "read", resource: "device" },
  run: async ({ transaction, scope }) =>
    scope === "own" ? [] : listLongestDisconnected(transaction),
});
