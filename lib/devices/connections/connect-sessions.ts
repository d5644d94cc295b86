import "server-only";
import { and, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { connectLinks, deviceKinds } from "@/db/schema";
import { toCalendarDay } from "@/lib/core/calendar-day";
import { now } from "@/lib/core/clock";
import { Conflict, NotFound } from "@/lib/core/errors";
import { languages } from "@/lib/core/i18n/languages";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { endUserTarget, findEndUser } from "@/lib/customers/end-users/find-end-user";
import { requireOwnBuilding } from "@/lib/customers/energy-contracts/find-energy-contract";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { priceZones } from "../devices/device-settings-schema";
import { deviceTarget, findDevice } from "../devices/find-device";
import { actingUser } from "./acting-user";
import { requireReturnAddresses } from "./connection-settings";
import { issueConnectLink } from "./issue-connect-link";
import { returnAddress } from "./return-address";

/** Begins connecting one device again, for a client that leads its customer there itself. */
export const createAuthSession = defineCommand({
  name: "createAuthSession",
  input: z.object({
    userId: z.uuid(),
    id: z.uuid(),
    kind: z.enum(deviceKinds),
    successUrl: returnAddress,
    cancelUrl: returnAddress,
  }),
  requires: ({ input }) => [{ action: "update", resource: "device", ownerId: input.userId }],
  async run({ actor, input, transaction }) {
    const device = await findDevice(transaction, input.id);
    if (device.userId !== input.userId || device.kind !== input.kind) throw new NotFound();
    await requireReturnAddresses(transaction, input);
    const user = await findEndUser(transaction, device.userId);
    const { id, link } = await issueConnectLink(transaction, actor, {
      user,
      device,
      channel: "api",
      successUrl: input.successUrl,
      cancelUrl: input.cancelUrl,
    });
    return {
      result: { id, link, deviceId: device.id },
      audit: [{ action: "connect-link.created", target: deviceTarget(device) }],
    };
  },
});

/**
 * Begins connecting new devices of an end-user. Good until the end of the organization's next day.
 * @throws Invalid when the building is not the end-user's, or an address leads to an app that is not allowed
 */
export const createOnboardingSession = defineCommand({
  name: "createOnboardingSession",
  input: z.object({
    userId: z.uuid(),
    successUrl: returnAddress,
    cancelUrl: returnAddress,
    /** Null: the end-user's own, else the organization's. */
    language: z.enum(languages).nullable().default(null),
    priceZone: z.enum(priceZones),
    startsOptimized: z.boolean().default(false),
    buildingId: z.uuid().nullable().default(null),
    deviceKind: z.enum(deviceKinds).nullable().default(null),
    externalMetadata: z.record(z.string(), z.unknown()).nullable().default(null),
  }),
  requires: ({ input }) => [{ action: "update", resource: "device", ownerId: input.userId }],
  async run({ actor, input, transaction }) {
    const { userId, ...given } = input;
    const user = await findEndUser(transaction, userId);
    await requireReturnAddresses(transaction, given);
    if (given.buildingId) await requireOwnBuilding(transaction, given.buildingId, user.id);
    const { timeZone } = await getOrganization(transaction);
    const expiresAt = DateTime.fromJSDate(now(), { zone: timeZone })
      .plus({ days: 1 })
      .endOf("day")
      .toJSDate();
    const { id, link } = await issueConnectLink(transaction, actor, {
      user,
      channel: "api",
      ...given,
      language: given.language ?? user.language,
      expiresAt,
    });
    return {
      result: { id, link },
      audit: [{ action: "connect-link.created", target: endUserTarget(user) }],
    };
  },
});

/** A session, and the device that came of it where one did. @throws NotFound */
export const getOnboardingSession = defineQuery({
  name: "getOnboardingSession",
  input: z.object({ id: z.uuid() }),
  requires: async ({ input, transaction }) => {
    const { userId } = await findSession(transaction, input.id);
    return [{ action: "read", resource: "device", ownerId: userId }];
  },
  run: ({ input, transaction }) => findSession(transaction, input.id),
});

async function findSession(transaction: Transaction, id: string) {
  const [session] = await transaction
    .select()
    .from(connectLinks)
    .where(and(eq(connectLinks.id, id), eq(connectLinks.purpose, "connect")));
  if (!session) throw new NotFound();
  const { timeZone } = await getOrganization(transaction);
  return { ...session, lastDay: toCalendarDay(session.expiresAt, timeZone) };
}

/** The device of a cue, where it is still to be connected. @throws NotFound once it is not */
async function findWaiting(transaction: Transaction, deviceId: string) {
  const device = await findDevice(transaction, deviceId);
  if (device.isAuthenticated) throw new NotFound();
  return device;
}

/** What the page says of the pending action of a device, by its cue. @throws NotFound once it is not pending */
export const viewCue = defineQuery({
  name: "viewCue",
  input: z.object({ deviceId: z.uuid() }),
  requires: { action: "read", resource: "authentication" },
  async run({ input, transaction }) {
    const device = await findWaiting(transaction, input.deviceId);
    const user = await findEndUser(transaction, device.userId);
    const organization = await getOrganization(transaction);
    return {
      organizationId: organization.id,
      organizationName: organization.name,
      language: user.language,
      defaultLanguage: organization.defaultLanguage,
      personName: user.firstName ?? personName(user),
      manufacturer: device.manufacturer,
      device: `${device.manufacturer} ${device.model}`,
    };
  },
});

/** Starts the pending action of a device, by its cue: makes the link that the end-user is sent to. */
export const resolveCue = defineCommand({
  name: "resolveCue",
  input: z.object({
    deviceId: z.uuid(),
    successUrl: returnAddress,
    cancelUrl: returnAddress,
    language: z.enum(languages).nullable().default(null),
  }),
  requires: { action: "create", resource: "authentication" },
  async run({ actor, input, transaction }) {
    const device = await findWaiting(transaction, input.deviceId);
    await requireReturnAddresses(transaction, input);
    const user = await findEndUser(transaction, device.userId);
    const { link, token } = await issueConnectLink(transaction, actor, {
      user,
      device,
      channel: "api",
      successUrl: input.successUrl,
      cancelUrl: input.cancelUrl,
      ...(input.language && { language: input.language }),
    });
    return {
      result: { link, token },
      audit: [{ action: "connect-link.created", ...actingUser({ user, device }) }],
    };
  },
});

/**
 * Takes a client's word on how a cue went. A secret is only given out while the device waits: once it is connected, a
 * success is true. A failure is recorded, and the action can be started again.
 * @throws NotFound for a failure of an action that is not pending any more
 * @throws Conflict `notReconnected` for a success that did not happen
 */
export const reportCue = defineCommand({
  name: "reportCue",
  input: z.object({ deviceId: z.uuid(), hasSucceeded: z.boolean() }),
  requires: { action: "update", resource: "authentication" },
  async run({ input, transaction }) {
    if (input.hasSucceeded) {
      const device = await findDevice(transaction, input.deviceId);
      if (!device.isAuthenticated) throw new Conflict("notReconnected");
      return { result: { id: device.id }, audit: [] };
    }
    const device = await findWaiting(transaction, input.deviceId);
    const user = await findEndUser(transaction, device.userId);
    return {
      result: { id: device.id },
      audit: [
        {
          action: "connect-link.failed",
          ...actingUser({ user, device }),
          reason: "Reported through the API",
        },
      ],
    };
  },
});
