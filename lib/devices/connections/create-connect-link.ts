import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectLinks, devices } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { type NamedPerson, personName } from "@/lib/core/people/person-name";
import { endUserTarget, findEndUser } from "@/lib/customers/end-users/find-end-user";
import { defineCommand } from "@/lib/define-use-case";
import { isControllable } from "../devices/device-kinds";
import { deviceTarget, findDevice } from "../devices/find-device";
import { createOnboardingLinkInput, createReconnectionLinkInput } from "./connect-link-schema";
import { issueConnectLink } from "./issue-connect-link";
import { mailedWithin } from "./mailed-links";

/**
 * Makes a link with which a device's end-user connects it again, and sends it where that is asked for.
 * @returns the link, to be shown once
 * @throws Conflict `linkJustSent` when a mail with such a link went out within the last two minutes
 */
export const createReconnectionLink = defineCommand({
  name: "createReconnectionLink",
  input: createReconnectionLinkInput,
  requires: async ({ input, transaction }) => {
    const { userId } = await findDevice(transaction, input.deviceId);
    return [{ action: "update", resource: "device", ownerId: userId }];
  },
  async run({ actor, input, transaction }) {
    const device = await lockDevice(transaction, input.deviceId);
    const user = await findEndUser(transaction, device.userId);
    if (input.isMailed) await requireNoneJustSent(transaction, device.id);
    const channel = actor.kind === "end-user" ? "self" : input.isMailed ? "mail" : "copied";
    const { id, link, token, expiresAt } = await issueConnectLink(transaction, actor, {
      user,
      device,
      channel,
      startsOptimized: input.startsOptimized && isControllable(device.kind),
    });
    return {
      result: {
        id,
        link,
        token,
        expiresAt,
        recipient: recipientOf(user),
        isMailed: channel === "mail",
      },
      audit: [
        {
          action: "connect-link.created",
          target: deviceTarget(device),
          changes: { channel: { before: null, after: channel } },
        },
      ],
    };
  },
});

/** Makes a link with which an end-user connects new devices. @returns the link, to be shown once */
export const createOnboardingLink = defineCommand({
  name: "createOnboardingLink",
  input: createOnboardingLinkInput,
  requires: ({ input }) => [{ action: "update", resource: "device", ownerId: input.userId }],
  async run({ actor, input, transaction }) {
    const user = await findEndUser(transaction, input.userId);
    const channel = actor.kind === "end-user" ? "self" : input.isMailed ? "mail" : "copied";
    const issued = await issueConnectLink(transaction, actor, { user, channel });
    return {
      result: { ...issued, recipient: recipientOf(user), isMailed: channel === "mail" },
      audit: [
        {
          action: "connect-link.created",
          target: endUserTarget(user),
          changes: { channel: { before: null, after: channel } },
        },
      ],
    };
  },
});

/** Where a mailed link goes, and whom another one is for. */
const recipientOf = (user: NamedPerson) => user.email ?? personName(user);

/** One at a time: of two who send at once, the second finds what the first has sent. */
async function lockDevice(transaction: Transaction, id: string) {
  await transaction
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.id, id))
    .for("no key update");
  return findDevice(transaction, id);
}

async function requireNoneJustSent(transaction: Transaction, deviceId: string): Promise<void> {
  const [sent] = await transaction
    .select({ id: connectLinks.id })
    .from(connectLinks)
    .where(and(eq(connectLinks.deviceId, deviceId), mailedWithin(2)))
    .limit(1);
  if (sent) throw new Conflict("linkJustSent");
}
