import "server-only";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { incidentDevices, incidents } from "@/db/schema";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";

const shown = 20;

const columns = {
  id: incidents.id,
  manufacturer: incidents.manufacturer,
  startedAt: incidents.startedAt,
  openedAt: incidents.openedAt,
  closedAt: incidents.closedAt,
  affected: incidents.affected,
  stillAffected: incidents.stillAffected,
  counted: incidents.counted,
  windowMinutes: incidents.windowMinutes,
  usual: incidents.usual,
  threshold: incidents.threshold,
};

/** The latest incidents, or those that are open. */
export const listIncidents = defineQuery({
  name: "listIncidents",
  input: z.object({ isOpen: z.boolean().default(false) }),
  requires: { action: "read", resource: "device" },
  async run({ input, transaction, scope }) {
    if (scope === "own") return [];
    return transaction
      .select(columns)
      .from(incidents)
      .where(input.isOpen ? isNull(incidents.closedAt) : undefined)
      .orderBy(desc(incidents.openedAt), desc(incidents.id))
      .limit(shown);
  },
});

export type Incident = Awaited<ReturnType<typeof listIncidents>>[number];

/** The open incident that each of these devices is a part of, by the devices' ids. */
export async function findIncidentsOf(transaction: Transaction, deviceIds: string[]) {
  const found = await transaction
    .select({ deviceId: incidentDevices.deviceId, incident: columns })
    .from(incidentDevices)
    .innerJoin(
      incidents,
      and(
        eq(incidents.organizationId, incidentDevices.organizationId),
        eq(incidents.id, incidentDevices.incidentId),
      ),
    )
    .where(
      and(
        inArray(incidentDevices.deviceId, deviceIds),
        isNull(incidentDevices.returnedAt),
        isNull(incidents.closedAt),
      ),
    );
  return new Map(found.map(({ deviceId, incident }) => [deviceId, incident]));
}

/** The open incident that a device is away in. */
export async function findIncidentOf(transaction: Transaction, deviceId: string) {
  return (await findIncidentsOf(transaction, [deviceId])).get(deviceId);
}
