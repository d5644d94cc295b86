import { setTimeout as pause } from "node:timers/promises";
import { and, eq, isNull, sql } from "drizzle-orm";
import { devices } from "../db/schema";
import type { Actor } from "../lib/core/access/actor";
import { systemActor } from "../lib/core/access/actor";
import type { ownerConnection } from "../testing/organization";

type Tables = ReturnType<typeof ownerConnection>["tables"];

/** How many states arrive in a minute, and in how many batches. */
const changesPerMinute = 5000;
const lots = 20;
const seconds = 60;

/** Of a lot, so many are devices that lose their connection or have it again; the others report. */
const connectionsInLot = 50;

type Times = { p50: number; p95: number };

/**
 * Takes in what a large fleet says for a minute, while somebody goes on looking at lists.
 * @returns how long a lot took, and a page of the device list at the same time, in milliseconds
 */
export async function measureChanges(
  tables: Tables,
  admin: Actor,
): Promise<{ taken: number; lot: Times; page: Times; silence: number; incidents: number }> {
  const { recordReadings } = await import("../lib/devices/telemetry/record-readings");
  const { recordConnections } = await import("../lib/devices/telemetry/record-connections");
  const { watchForSilence } = await import("../lib/devices/telemetry/watch-for-silence");
  const { watchManufacturers } = await import("../lib/devices/incidents/watch-manufacturers");
  const { listDevices } = await import("../lib/devices/devices/list-devices");
  const { foldListCounts } = await import("../lib/operations/jobs/fold-list-counts");
  const { maintainReadingPartitions } = await import(
    "../lib/devices/telemetry/telemetry-maintenance"
  );
  const system = systemActor(admin.organizationId, "bench");
  await maintainReadingPartitions(system, {});
  await addHeatPumps(tables, admin.organizationId);
  // As the worker does at the beginning of each minute.
  await foldListCounts(system, {});
  const perLot = changesPerMinute / lots;
  const chosen = await tables
    .select({ id: devices.id })
    .from(devices)
    .where(
      and(
        eq(devices.organizationId, admin.organizationId),
        eq(devices.kind, "heat_pump"),
        eq(devices.connectionState, "connected"),
        isNull(devices.deletedAt),
      ),
    )
    .limit(changesPerMinute);
  const lotTimes: number[] = [];
  const pageTimes: number[] = [];
  let isOver = false;
  const takeIn = async () => {
    for (let lot = 0; lot < lots; lot++) {
      const ids = chosen.slice(lot * perLot, (lot + 1) * perLot).map(({ id }) => id);
      const until = performance.now() + (seconds * 1000) / lots;
      lotTimes.push(
        await milliseconds(async () => {
          await recordReadings(system, {
            reports: ids.slice(connectionsInLot).map((deviceId, index) => ({
              deviceId,
              measuredAt: new Date(),
              state: {
                kind: "heat_pump",
                currentPowerConsumptionW: 500 + index,
                outdoorTemperature: 4.5,
                indoorActualTemperature: 21,
              },
            })),
          });
          await recordConnections(system, {
            changes: ids
              .slice(0, connectionsInLot)
              .map((deviceId) => ({ deviceId, isConnected: false, reason: "bench" })),
          });
        }),
      );
      await pause(Math.max(0, until - performance.now()));
    }
    isOver = true;
  };
  const lookOn = async () => {
    while (!isOver) {
      pageTimes.push(await milliseconds(() => listDevices(admin, { connection: "disconnected" })));
      await pause(100);
    }
  };
  await Promise.all([takeIn(), lookOn()]);
  const silence = await milliseconds(() => watchForSilence(system, {}));
  const incidents = await milliseconds(() => watchManufacturers(system, {}));
  return {
    taken: chosen.length,
    lot: timesOf(lotTimes),
    page: timesOf(pageTimes),
    silence: round(silence),
    incidents: round(incidents),
  };
}

/** The columns of heat pumps alone, which reports write and lists do not read. */
async function addHeatPumps(tables: Tables, organizationId: string): Promise<void> {
  await tables.execute(sql`
    insert into heat_pumps (organization_id, device_id)
    select organization_id, id from devices
    where organization_id = ${organizationId} and kind = 'heat_pump'
    on conflict do nothing`);
  await tables.execute(sql`analyze heat_pumps`);
}

async function milliseconds(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

const round = (value: number) => Math.round(value * 10) / 10;

function timesOf(times: number[]): Times {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}
