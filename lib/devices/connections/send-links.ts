import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectLinks, devices, users } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { deviceTarget } from "../devices/find-device";
import { issueConnectLink } from "./issue-connect-link";
import { mailedWithin } from "./mailed-links";

/** Why no link is sent for a device. */
export type LinkSkip =
  | "connected"
  | "inactiveCustomer"
  | "noEmail"
  | "recentEmail"
  | "sameCustomer";

/** Those of some devices that there are, with their owners. */
export function findOwnedDevices(transaction: Transaction, ids: string[]) {
  return transaction
    .select({ device: devices, user: users })
    .from(devices)
    .innerJoin(
      users,
      and(eq(users.organizationId, devices.organizationId), eq(users.id, devices.userId)),
    )
    .where(and(inArray(devices.id, ids), isNull(devices.deletedAt)))
    .orderBy(devices.id)
    .$dynamic();
}

type OwnedDevice = Awaited<ReturnType<typeof findOwnedDevices>>[number];

/**
 * Decides which devices a link is sent for. People who got such an email within a day, or whose device is connected,
 * get none: one email to a person, however many of their devices are meant.
 * @returns why none is sent, by the device's id
 */
export async function linkSkipsOf(
  transaction: Transaction,
  owned: OwnedDevice[],
): Promise<Map<string, LinkSkip>> {
  const recent = await mailedWithinDay(transaction, [...new Set(owned.map(({ user }) => user.id))]);
  const mailed = new Set<string>();
  const skipped = new Map<string, LinkSkip>();
  const reasonOf = ({ device, user }: OwnedDevice): LinkSkip | undefined => {
    if (device.isAuthenticated) return "connected";
    if (!isCustomer(user)) return "inactiveCustomer";
    if (user.email === null) return "noEmail";
    if (recent.has(user.id)) return "recentEmail";
    return mailed.has(user.id) ? "sameCustomer" : undefined;
  };
  for (const row of owned) {
    const reason = reasonOf(row);
    if (reason) skipped.set(row.device.id, reason);
    else mailed.add(row.user.id);
  }
  return skipped;
}

/** Customers need no portal access to connect a device. */
const isCustomer = ({ status, deletedAt, archivedAt }: OwnedDevice["user"]) =>
  (status === "active" || status === "no-access") && !deletedAt && !archivedAt;

/** Sends links to the end-users of devices that have to be connected again. */
export async function sendLinksFor(
  transaction: Transaction,
  actor: Actor,
  ids: string[],
): Promise<{ changed: string[]; skipped: Map<string, LinkSkip>; audit: AuditEntry[] }> {
  const owned = await findOwnedDevices(transaction, ids).for("no key update", { of: devices });
  const skipped = await linkSkipsOf(transaction, owned);
  const sent = owned.filter(({ device }) => !skipped.has(device.id));
  for (const { device, user } of sent) {
    await issueConnectLink(transaction, actor, { user, device, channel: "bulk" });
  }
  return {
    changed: sent.map(({ device }) => device.id),
    skipped,
    audit: sent.map(({ device }) => ({
      action: "connect-link.created" as const,
      target: deviceTarget(device),
      changes: { channel: { before: null, after: "bulk" } },
    })),
  };
}

async function mailedWithinDay(transaction: Transaction, userIds: string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await transaction
    .selectDistinct({ userId: connectLinks.userId })
    .from(connectLinks)
    .where(and(inArray(connectLinks.userId, userIds), mailedWithin(24 * 60)));
  return new Set(rows.map(({ userId }) => userId));
}
