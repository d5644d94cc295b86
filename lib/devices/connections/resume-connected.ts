import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { defineCommand } from "@/lib/define-use-case";
import { isControllable } from "../devices/device-kinds";
import { findDevice } from "../devices/find-device";
import { resumeDevice } from "../devices/resume-optimization";
import { actingUser } from "./acting-user";
import { usedLinkInput } from "./connect-link-schema";
import { type FoundLink, findConnectLink } from "./find-connect-link";
import { isOptimizedNow } from "./reconnection";

/** For so long after it connected a device, a link can still turn its optimization on. */
const USABLE_HOURS = 24;
const HOUR_MILLISECONDS = 3_600_000;
const MAX_SHOWN = 20;

/** Turns the optimization of the device on that a link has just connected. @returns what that leaves in the log */
export async function resumeConnected(
  transaction: Transaction,
  found: FoundLink,
): Promise<AuditEntry[]> {
  if (!found.device || !isControllable(found.device.kind)) return [];
  // Read again: only as connected it can be sent settings.
  const device = await findDevice(transaction, found.device.id);
  const resumed = await resumeDevice(transaction, device);
  return resumed.map((entry) => ({ ...entry, actor: actingUser(found).actor }));
}

/**
 * The devices that a link connected, for its last page: those of its end-user in the same account at the
 * manufacturer.
 */
export async function listConnectedWith(transaction: Transaction, { link }: FoundLink) {
  if (!link.connectedDeviceId) return [];
  const [first] = await transaction
    .select({ accountId: devices.manufacturerAccountId })
    .from(devices)
    .where(eq(devices.id, link.connectedDeviceId));
  if (!first?.accountId) return [];
  return transaction
    .select()
    .from(devices)
    .where(
      and(
        eq(devices.manufacturerAccountId, first.accountId),
        eq(devices.userId, link.userId),
        eq(devices.isAuthenticated, true),
        isNull(devices.deletedAt),
      ),
    )
    .orderBy(asc(devices.createdAt), asc(devices.id))
    .limit(MAX_SHOWN);
}

/** Whether a link that was used can still turn optimization on. */
export const mayStillResume = ({ link, stage }: FoundLink): boolean =>
  stage === "completed" &&
  link.completedAt !== null &&
  now().getTime() - link.completedAt.getTime() < USABLE_HOURS * HOUR_MILLISECONDS;

/**
 * Turns the optimization of the devices on that a link has connected, for the end-user who holds it. Those that are
 * optimized, or only measure, stay as they are.
 * @throws Conflict `linkSpent` when the link connected nothing within the last day
 */
export const resumeAfterConnecting = defineCommand({
  name: "resumeAfterConnecting",
  input: usedLinkInput,
  requires: { action: "update", resource: "authentication" },
  async run({ input, transaction }) {
    const found = await findConnectLink(transaction, input.token);
    if (!found || !mayStillResume(found)) throw new Conflict("linkSpent");
    const connected = await listConnectedWith(transaction, found);
    const audit: AuditEntry[] = [];
    for (const device of connected) {
      if (!isControllable(device.kind) || isOptimizedNow(device)) continue;
      const resumed = await resumeDevice(transaction, device);
      audit.push(...resumed.map((entry) => ({ ...entry, actor: actingUser(found).actor })));
    }
    return { result: undefined, audit };
  },
});
