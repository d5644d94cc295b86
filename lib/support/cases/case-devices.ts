import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { caseDevices, devices } from "@/db/schema";
import { isOptimizedNow, readReconnections } from "@/lib/devices/connections/reconnection";
import { isControllable } from "@/lib/devices/devices/device-kinds";

/** The devices that cases are about and how far each is on its way to being optimized again, each with its case. */
export async function readCaseDevices(transaction: Transaction, caseIds: string[]) {
  if (caseIds.length === 0) return [];
  const rows = await transaction
    .select({ caseId: caseDevices.caseId, device: devices })
    .from(caseDevices)
    .innerJoin(
      devices,
      and(
        eq(devices.organizationId, caseDevices.organizationId),
        eq(devices.id, caseDevices.deviceId),
      ),
    )
    .where(and(inArray(caseDevices.caseId, caseIds), isNull(devices.deletedAt)))
    .orderBy(asc(devices.createdAt), asc(devices.id));
  const found = await readReconnections(
    transaction,
    rows.map(({ device }) => device),
  );
  return rows.map(({ caseId, device }) => ({
    caseId,
    id: device.id,
    kind: device.kind,
    manufacturer: device.manufacturer,
    model: device.model,
    connectionState: device.connectionState,
    isOptimized: isOptimizedNow(device),
    reconnection: found.get(device.id),
  }));
}

type CaseDevice = Pick<
  Awaited<ReturnType<typeof readCaseDevices>>[number],
  "kind" | "connectionState" | "isOptimized" | "reconnection"
>;

/**
 * Whether a case can be proposed for closing: a device of it was connected again since it was opened, and all of its
 * devices work.
 */
export function isReadyToClose(
  { state, createdAt }: { state: string; createdAt: Date },
  about: CaseDevice[],
): boolean {
  const doesWork = ({ kind, connectionState, isOptimized }: CaseDevice) =>
    connectionState === "connected" && (isOptimized || !isControllable(kind));
  const wasRegained = ({ reconnection }: CaseDevice) =>
    (reconnection?.connectedAt ?? createdAt) > createdAt;
  return state !== "solved" && about.every(doesWork) && about.some(wasRegained);
}
