import "server-only";
import { desc, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectLinks, type devices } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { isControllable } from "../devices/device-kinds";
import { type OptimizationSettings, optimizationStateAt } from "../devices/optimization-state";

/** How long a reconnection is shown after the device was connected again. */
const RECENT_DAYS = 14;
const DAY_MILLISECONDS = 86_400_000;

/** Of a device only its latest links matter. */
const MAX_LINKS_OF_DEVICE = 10;

export type ReconnectionState =
  | "noLink"
  | "sent"
  | "opened"
  | "failed"
  | "expired"
  | "connected"
  | "optimizing";

export type Reconnection = {
  state: ReconnectionState;
  /** When the customer was last given a link; null where none was. */
  sentAt: Date | null;
  openedAt: Date | null;
  connectedAt: Date | null;
  /** Whether the link turns optimization on once the device is connected. */
  startsOptimized: boolean;
};

type Device = Pick<
  typeof devices.$inferSelect,
  | "id"
  | "kind"
  | "isAuthenticated"
  | "connectionState"
  | "disconnectedSince"
  | "isSmartOptimizationActive"
  | "pausePowerUntil"
>;

type ConnectLink = Pick<
  typeof connectLinks.$inferSelect,
  | "createdAt"
  | "openedAt"
  | "startedAt"
  | "completedAt"
  | "failedAt"
  | "revokedAt"
  | "expiresAt"
  | "startsOptimized"
>;

/** Whether optimization is on and not paused. */
export const isOptimizedNow = (device: OptimizationSettings): boolean =>
  optimizationStateAt(device, now()) === "on";

/**
 * How far a device is on its way from the lost connection to being optimized again.
 * @param links of the device, the newest first
 * @returns undefined for a device that is connected and was not connected with a link lately
 */
export function reconnectionOf(device: Device, links: ConnectLink[]): Reconnection | undefined {
  return device.isAuthenticated ? regainedState(device, links) : lostState(device, links);
}

function lostState({ disconnectedSince }: Device, links: ConnectLink[]): Reconnection {
  const given = links.filter(
    ({ createdAt, completedAt, revokedAt }) =>
      !completedAt && !revokedAt && (!disconnectedSince || createdAt >= disconnectedSince),
  );
  const usable = given.filter(({ expiresAt }) => expiresAt > now());
  return {
    state: stateOfLinks(given, usable),
    sentAt: given[0]?.createdAt ?? null,
    openedAt: latest(usable.map(({ openedAt, startedAt }) => openedAt ?? startedAt)),
    connectedAt: null,
    startsOptimized: usable.some(({ startsOptimized }) => startsOptimized),
  };
}

function stateOfLinks(given: ConnectLink[], usable: ConnectLink[]): ReconnectionState {
  if (given.length === 0) return "noLink";
  if (usable.length === 0) return "expired";
  if (usable.some(({ failedAt }) => failedAt !== null)) return "failed";
  const isOpened = usable.some(({ openedAt, startedAt }) => openedAt ?? startedAt);
  return isOpened ? "opened" : "sent";
}

function regainedState(device: Device, links: ConnectLink[]): Reconnection | undefined {
  const since = new Date(now().getTime() - RECENT_DAYS * DAY_MILLISECONDS);
  const used = links.find(({ completedAt }) => completedAt !== null && completedAt >= since);
  if (!used) return undefined;
  const isOptimizing =
    isControllable(device.kind) && device.connectionState === "connected" && isOptimizedNow(device);
  return {
    state: isOptimizing ? "optimizing" : "connected",
    sentAt: used.createdAt,
    openedAt: used.openedAt ?? used.startedAt,
    connectedAt: used.completedAt,
    startsOptimized: used.startsOptimized,
  };
}

const latest = (moments: (Date | null)[]): Date | null =>
  moments.reduce<Date | null>(
    (found, moment) => (moment && (!found || moment > found) ? moment : found),
    null,
  );

/** The reconnections of devices, by their ids; with one statement for all of them. */
export async function readReconnections(
  transaction: Transaction,
  found: Device[],
): Promise<Map<string, Reconnection>> {
  if (found.length === 0) return new Map();
  const ranked = transaction
    .select({
      deviceId: connectLinks.deviceId,
      createdAt: connectLinks.createdAt,
      openedAt: connectLinks.openedAt,
      startedAt: connectLinks.startedAt,
      completedAt: connectLinks.completedAt,
      failedAt: connectLinks.failedAt,
      revokedAt: connectLinks.revokedAt,
      expiresAt: connectLinks.expiresAt,
      startsOptimized: connectLinks.startsOptimized,
      place:
        sql<number>`row_number() over (partition by ${connectLinks.deviceId} order by ${connectLinks.createdAt} desc)`.as(
          "place",
        ),
    })
    .from(connectLinks)
    .where(
      inArray(
        connectLinks.deviceId,
        found.map(({ id }) => id),
      ),
    )
    .as("ranked");
  const links = await transaction
    .select()
    .from(ranked)
    .where(sql`${ranked.place} <= ${MAX_LINKS_OF_DEVICE}`)
    .orderBy(desc(ranked.createdAt));
  return new Map(
    found.flatMap((device): [string, Reconnection][] => {
      const reconnection = reconnectionOf(
        device,
        links.filter(({ deviceId }) => deviceId === device.id),
      );
      return reconnection ? [[device.id, reconnection]] : [];
    }),
  );
}
