import "server-only";
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cloudServices, connectAttempts, connectLinks, type devices } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { offeredManufacturers } from "../connectors/connectors";
import { isControllable } from "../devices/device-kinds";
import { actingUser } from "./acting-user";
import { connectToken } from "./connect-link-schema";
import { readConnectionSettings } from "./connection-settings";
import { findConnectLink, isUsable } from "./find-connect-link";
import { isOptimizedNow } from "./reconnection";
import { listConnectedWith, mayStillResume } from "./resume-connected";
import { allowedAddress } from "./return-address";
import { connectorsOfOrganization } from "./use-connectors";

/**
 * What a connect link opens. An unknown link says nothing; a dead one says whose it was and no more. Opening it
 * any number of times, on any number of phones, spends nothing.
 */
export const viewConnectLink = defineQuery({
  name: "viewConnectLink",
  input: z.object({ token: connectToken }),
  requires: { action: "read", resource: "authentication" },
  async run({ input, transaction }) {
    const found = await findConnectLink(transaction, input.token);
    if (!found) return { kind: "unknown" as const };
    const { link, user, device, organization, stage } = found;
    const { appSchemes } = await readConnectionSettings(transaction);
    const origin = {
      organizationId: organization.id,
      organizationName: organization.name,
      language: link.language,
      defaultLanguage: organization.defaultLanguage,
      timeZone: organization.timeZone,
      successUrl: allowedAddress(link.successUrl, appSchemes),
      cancelUrl: allowedAddress(link.cancelUrl, appSchemes),
      linkId: link.id,
    };
    if (stage === "completed") {
      const connected = await listConnectedWith(transaction, found);
      return {
        kind: stage,
        ...origin,
        devices: connected.map((one) => ({
          id: one.id,
          kind: one.kind,
          manufacturer: one.manufacturer,
          model: one.model,
          optimization: optimizationOf(one),
        })),
        mayResume: mayStillResume(found),
      };
    }
    if (!isUsable({ stage })) return { kind: stage as "revoked" | "expired", ...origin };
    const offered = await offeredManufacturers(await connectorsOfOrganization(transaction));
    const chosen = device
      ? offered.filter(({ name }) => name === device.manufacturer)
      : offered.filter(({ kinds }) => !link.deviceKind || kinds.includes(link.deviceKind));
    const [service] = device?.cloudServiceId
      ? await transaction
          .select()
          .from(cloudServices)
          .where(eq(cloudServices.id, device.cloudServiceId))
      : [];
    return {
      kind: "open" as const,
      ...origin,
      purpose: link.purpose,
      personName: user.firstName ?? personName(user),
      expiresAt: link.expiresAt,
      failure: link.failure,
      failedManufacturer:
        link.failure &&
        (device?.manufacturer ?? (await findFailedManufacturer(transaction, link.id))),
      device: device && {
        kind: device.kind,
        manufacturer: device.manufacturer,
        model: device.model,
        isConnected: device.isAuthenticated,
        instructions: service?.instructions ?? null,
        signupLink: service?.signupLink ?? null,
      },
      manufacturers: chosen.map(({ name, kinds, flow }) => ({ name, kinds, flow })),
    };
  },
});

function optimizationOf(device: typeof devices.$inferSelect): "none" | "on" | "off" {
  if (!isControllable(device.kind)) return "none";
  return isOptimizedNow(device) ? "on" : "off";
}

export type ViewedConnectLink = Awaited<ReturnType<typeof viewConnectLink>>;

/** The manufacturer of the latest login that failed; undefined once that attempt was cleared away. */
async function findFailedManufacturer(transaction: Transaction, linkId: string) {
  const [failed] = await transaction
    .select({ manufacturer: connectAttempts.manufacturer })
    .from(connectAttempts)
    .where(
      and(
        eq(connectAttempts.linkId, linkId),
        isNotNull(connectAttempts.spentAt),
        isNull(connectAttempts.accountId),
      ),
    )
    .orderBy(desc(connectAttempts.spentAt))
    .limit(1);
  return failed?.manufacturer;
}

/**
 * Notes that somebody opened a link and acted on it; only the first time is kept. Fetching its page is no
 * sign of that: scanners of mails do so too.
 */
export const recordConnectLinkOpened = defineCommand({
  name: "recordConnectLinkOpened",
  input: z.object({ token: connectToken }),
  requires: { action: "update", resource: "authentication" },
  async run({ input, transaction }) {
    const found = await findConnectLink(transaction, input.token);
    if (!found || !isUsable(found)) return { result: undefined, audit: [] };
    const [opened] = await transaction
      .update(connectLinks)
      .set({ openedAt: now() })
      .where(and(eq(connectLinks.id, found.link.id), isNull(connectLinks.openedAt)))
      .returning({ id: connectLinks.id });
    if (!opened) return { result: undefined, audit: [] };
    return { result: undefined, audit: [{ action: "connect-link.opened", ...actingUser(found) }] };
  },
});
