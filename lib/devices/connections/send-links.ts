import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectLinks, devices, users } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { deviceTarget } from "../devices/find-device";
import { issueConnectLink } from "./issue-connect-link";
import { mailedWithin } from "./mailed-links";

/**
 * Sends links to the end-users of devices that have to be connected again. People who got such a mail within a day,
 * or whose device is connected, gets none: one mail to a person, however many of their devices are meant.
 */
export async function sendLinksFor(
  transaction: Transaction,
  actor: Actor,
  ids: string[],
): Promise<{ changed: string[]; unchanged: string[]; audit: AuditEntry[] }> {
  const found = await transaction
    .select({ device: devices, user: users })
    .from(devices)
    .innerJoin(
      users,
      and(eq(users.organizationId, devices.organizationId), eq(users.id, devices.userId)),
    )
    .where(and(inArray(devices.id, ids), isNull(devices.deletedAt)))
    .orderBy(devices.id)
    .for("no key update", { of: devices });
  const written = await writtenWithinDay(transaction, [
    ...new Set(found.map(({ user }) => user.id)),
  ]);
  const changed: string[] = [];
  const audit: AuditEntry[] = [];
  for (const { device, user } of found) {
    const isThere = user.status === "active" && !user.deletedAt && !user.archivedAt;
    if (device.isAuthenticated || !isThere || written.has(user.id)) continue;
    written.add(user.id);
    await issueConnectLink(transaction, actor, { user, device, channel: "bulk" });
    changed.push(device.id);
    audit.push({
      action: "connect-link.created",
      target: deviceTarget(device),
      changes: { channel: { before: null, after: "bulk" } },
    });
  }
  const isChanged = new Set(changed);
  const unchanged = found.map(({ device }) => device.id).filter((id) => !isChanged.has(id));
  return { changed, unchanged, audit };
}

async function writtenWithinDay(transaction: Transaction, userIds: string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await transaction
    .selectDistinct({ userId: connectLinks.userId })
    .from(connectLinks)
    .where(and(inArray(connectLinks.userId, userIds), mailedWithin(24 * 60)));
  return new Set(rows.map(({ userId }) => userId));
}
