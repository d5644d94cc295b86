import "server-only";
import { and, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { isControllable } from "./device-kinds";
import { deviceTarget } from "./find-device";
import { optimizationStateAt } from "./optimization-state";
import { changedSettings, queueDeviceCommand } from "./queue-device-command";

/** A pause without an end switches the optimisation off. Taking a pause back leaves those that differ from it. */
export type OptimizationChange =
  | { kind: "pause"; until: Date | null }
  | { kind: "resume" }
  | { kind: "undo-pause"; until: Date | null };

export type OptimizationSkip = "measuresOnly" | "alreadyOff" | "alreadyPaused" | "notPaused";

type Settings = Pick<
  typeof devices.$inferSelect,
  "kind" | "isSmartOptimizationActive" | "pausePowerUntil"
>;

const isSameTime = (one: Date | null, other: Date) => one?.getTime() === other.getTime();

/** Why a change leaves a device as it is; undefined where it changes it. */
export function optimizationSkipOf(
  device: Settings,
  change: OptimizationChange,
): OptimizationSkip | undefined {
  const { kind, isSmartOptimizationActive: isActive, pausePowerUntil } = device;
  if (!isControllable(kind)) return "measuresOnly";
  switch (change.kind) {
    case "pause":
      if (!isActive) return "alreadyOff";
      return change.until && isSameTime(pausePowerUntil, change.until)
        ? "alreadyPaused"
        : undefined;
    case "resume":
      return optimizationStateAt(device, now()) === "on" ? "notPaused" : undefined;
    case "undo-pause":
      if (change.until) {
        return isSameTime(pausePowerUntil, change.until) ? undefined : "notPaused";
      }
      return isActive ? "notPaused" : undefined;
  }
}

function settingsAfter(change: OptimizationChange): Partial<Settings> {
  switch (change.kind) {
    case "pause":
      return change.until
        ? { pausePowerUntil: change.until }
        : { isSmartOptimizationActive: false };
    case "resume":
      return { isSmartOptimizationActive: true, pausePowerUntil: null };
    case "undo-pause":
      return change.until ? { pausePowerUntil: null } : { isSmartOptimizationActive: true };
  }
}

/** Those of some devices that there are, with what decides about their optimisation. */
export function findOptimizedDevices(transaction: Transaction, ids: string[]) {
  return transaction
    .select({
      id: devices.id,
      kind: devices.kind,
      manufacturer: devices.manufacturer,
      model: devices.model,
      isSmartOptimizationActive: devices.isSmartOptimizationActive,
      pausePowerUntil: devices.pausePowerUntil,
      organizationId: devices.organizationId,
      manufacturerAccountId: devices.manufacturerAccountId,
      isAuthenticated: devices.isAuthenticated,
    })
    .from(devices)
    .where(and(inArray(devices.id, ids), isNull(devices.deletedAt)))
    .orderBy(devices.id)
    .$dynamic();
}

/**
 * Pauses or resumes the optimisation of devices: those of the given ones that are there. Those that only measure stay
 * as they are.
 */
export async function setOptimizationOf(
  transaction: Transaction,
  ids: string[],
  change: OptimizationChange,
): Promise<{ changed: string[]; skipped: Map<string, OptimizationSkip>; audit: AuditEntry[] }> {
  const found = await findOptimizedDevices(transaction, ids).for("no key update");
  const skipped = new Map<string, OptimizationSkip>();
  for (const device of found) {
    const reason = optimizationSkipOf(device, change);
    if (reason) skipped.set(device.id, reason);
  }
  const changed = found.filter(({ id }) => !skipped.has(id));
  if (changed.length === 0) return { changed: [], skipped, audit: [] };
  const after = settingsAfter(change);
  const changedIds = changed.map(({ id }) => id);
  await transaction
    .update(devices)
    .set({ ...after, version: sql`${devices.version} + 1` })
    .where(inArray(devices.id, changedIds));
  const audit: AuditEntry[] = [];
  for (const device of changed) {
    const changes = changesBetween(device, after);
    await queueDeviceCommand(transaction, device, changedSettings(changes));
    audit.push({ action: auditActionOf(change), target: deviceTarget(device), changes });
  }
  return { changed: changedIds, skipped, audit };
}

/** Switching is an update; only a pause with an end is called a pause. */
function auditActionOf(change: OptimizationChange): AuditEntry["action"] {
  if (change.kind === "resume") return "device.resumed";
  if (!change.until) return "device.updated";
  return change.kind === "pause" ? "device.paused" : "device.resumed";
}
