import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type connectChannels, connectLinks, mailedChannels, type users } from "@/db/schema";
import { type Actor, actorId, actorName } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";
import { Conflict } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { createTenantToken } from "@/lib/identity/auth/tenant-token";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { readConnectionSettings } from "./connection-settings";

type About = {
  user: typeof users.$inferSelect;
  channel: (typeof connectChannels)[number];
  /** The device to connect again; without one, the link is for connecting new ones. */
  device?: { id: string; manufacturer: string; model: string } | undefined;
} & Partial<
  Pick<
    typeof connectLinks.$inferInsert,
    | "language"
    | "successUrl"
    | "cancelUrl"
    | "deviceKind"
    | "buildingId"
    | "priceZone"
    | "startsOptimized"
    | "externalMetadata"
    | "expiresAt"
  >
>;

/**
 * Writes a link with which an end-user connects devices, and for channels that are mails its mail, in the
 * transaction of what asks for it. Links from before stay good: whichever is opened leads to the same.
 * @returns the link, to be handed on once; only its hash is kept
 * @throws Conflict `noAddress` when a mail is asked for and the end-user has no address
 */
export async function issueConnectLink(
  transaction: Transaction,
  actor: Actor,
  { user, device, channel, ...given }: About,
): Promise<{ id: string; token: string; link: string; expiresAt: Date }> {
  const isMailed = mailedChannels.some((mailed) => mailed === channel);
  if (isMailed && user.email === null) throw new Conflict("noAddress");
  const organization = await getOrganization(transaction);
  const { linkDays } = await readConnectionSettings(transaction);
  const { token, tokenHash } = createTenantToken(actor.organizationId);
  const [issued] = await transaction
    .insert(connectLinks)
    .values({
      organizationId: actor.organizationId,
      userId: user.id,
      deviceId: device?.id,
      tokenHash,
      purpose: device ? "reconnect" : "connect",
      channel,
      language: user.language,
      createdBy: actorId(actor),
      createdByName: actorName(actor),
      createdAt: now(),
      expiresAt: sql`now() + make_interval(days => ${linkDays})`,
      ...given,
    })
    .returning({ id: connectLinks.id, expiresAt: connectLinks.expiresAt });
  if (!issued) throw new Error("The insert returned no row.");
  if (isMailed) {
    const ending = {
      expiresAt: issued.expiresAt.toISOString(),
      timeZone: organization.timeZone,
    };
    const told = { linkToken: token };
    if (device) {
      const { manufacturer, model } = device;
      const deviceName = `${manufacturer} ${model}`;
      const parameters = { ...ending, deviceName, manufacturer };
      await notifyUser(transaction, user, { template: "reconnection", parameters, ...told });
    } else {
      await notifyUser(transaction, user, { template: "connection", parameters: ending, ...told });
    }
  }
  return { ...issued, token, link: connectAddress(token) };
}

/** Where a link's secret leads. */
export const connectAddress = (token: string) => `${environment().BASE_URL}/connect/${token}`;
