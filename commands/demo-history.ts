import { toSnakeCase } from "drizzle-orm/casing";
import { DateTime } from "luxon";
import { openConnection } from "../db/open-connection";
import { type DeviceKind, deviceKinds, measures } from "../db/schema";
import { demoOrganizations } from "../db/seed/seed-demo";
import { hasSavings } from "../lib/devices/savings/savings-kinds";
import { type SimulatedDevice, simulateDevice } from "../lib/devices/simulator/simulate-device";
import { measuresOf } from "../lib/devices/telemetry/device-reports";
import { copyShifts, inventShifts, seedDemoPrices } from "./demo-savings";

/** How many devices of each kind are simulated; the rest of the fleet shares their history. */
const models = 12;

const zone = "Europe/Vienna";

/**
 * Gives the demo's devices a past: readings of a day, hours of a week, days of a month, and how the fleet was.
 * Devices that lost their connection have none from then on.
 */
export async function seedDemoHistory(ownerUrl: string): Promise<void> {
  const client = openConnection(ownerUrl);
  try {
    await client.begin(async (transaction) => {
      await transaction`create temporary table past (kind text, number int, step text, at timestamptz, reading jsonb) on commit drop`;
      await transaction`insert into past select * from jsonb_to_recordset(${JSON.stringify(
        inventPast(DateTime.now().setZone(zone)),
      )}::text::jsonb) as given (kind text, number int, step text, at timestamptz, reading jsonb)`;
      await transaction`create temporary table pasts on commit drop as
        select kind, number, step, at, r.*, 0.85 + number * 0.03 as factor from past, jsonb_to_record(reading) as
        r (power_w real, outdoor_temperature real, indoor_temperature real, hot_water_temperature real,
          battery_level_percent real, household_power_w real, grid_power_w real, battery_power_w real)`;
      await seedDemoPrices(transaction);
      await inventShifts(transaction, shiftingModels(), zone);
      for (const organizationId of Object.values(demoOrganizations)) {
        await transaction`select set_config('app.organization_id', ${organizationId}, true)`;
        await transaction.unsafe(rememberInterruptions);
        for (const table of ["device_readings", "hourly_readings", "daily_readings"] as const) {
          await transaction.unsafe(copyPast(table));
        }
        await transaction.unsafe(copyShifts(shiftingModelsOfKind, zone));
        await transaction.unsafe(sumUpFleet);
      }
      await transaction`analyze device_readings, hourly_readings, daily_readings, fleet_hours, day_ahead_prices`;
    });
  } finally {
    await client.end();
  }
}

/** What each model device read at every half hour of a day, hour of a week and day of a month. */
function inventPast(present: DateTime) {
  const moments = [
    ...back(present.startOf("hour"), 48, { minutes: 30 }).map((at) => ({ step: "reading", at })),
    ...back(present.startOf("hour"), 168, { hours: 1 }).map((at) => ({ step: "hour", at })),
    ...back(present.startOf("day"), 31, { days: 1 }).map((at) => ({ step: "day", at })),
  ];
  return deviceKinds.flatMap((kind) =>
    Array.from({ length: models }, (_, number) => number).flatMap((number) =>
      moments.map(({ step, at }) => ({
        kind,
        number,
        step,
        at: at.toISO(),
        reading: step === "day" ? meanOfDay(kind, number, at) : readingOf(kind, number, at),
      })),
    ),
  );
}

const back = (
  last: DateTime,
  count: number,
  step: { minutes?: number; hours?: number; days?: number },
) =>
  Array.from({ length: count }, (_, index) => {
    const [unit, size] = Object.entries(step)[0] ?? ["hours", 1];
    return last.minus({ [unit]: size * (index + (unit === "minutes" ? 1 : 0)) });
  });

const capacities: Record<DeviceKind, number | null> = {
  heat_pump: null,
  electric_vehicle: 70,
  solar_inverter: 8,
  wallbox: null,
  home_battery: 10,
  smart_meter: null,
};

const modelDevice = (kind: DeviceKind, number: number): SimulatedDevice => ({
  id: `${kind} ${number}`,
  kind,
  buildingId: null,
  isOptimized: number % 4 !== 0,
  batteryCapacityKwh: capacities[kind],
  solarPowerRatingKw: kind === "solar_inverter" ? 5 + number : null,
  chargeTargetPercent: 80,
  indoorTargetTemperature: 21,
  isBoosted: false,
  batteryLevel: null,
  minBatteryCharge: null,
  maxBatteryCharge: null,
});

/** Every hour of some weeks is simulated of fewer models. */
const shiftingModelsOfKind = 4;

const shiftingModels = () =>
  deviceKinds.filter(hasSavings).flatMap((kind) =>
    Array.from({ length: shiftingModelsOfKind }, (_, number) => ({
      ...{ kind, number, device: modelDevice(kind, number) },
    })),
  );

function readingOf(kind: DeviceKind, number: number, at: DateTime) {
  const measures = measuresOf(simulateDevice(modelDevice(kind, number), at));
  return Object.fromEntries(
    Object.entries(measures).map(([name, value]) => [toSnakeCase(name), value]),
  );
}

function meanOfDay(kind: DeviceKind, number: number, day: DateTime) {
  const readings = Array.from({ length: 12 }, (_, index) =>
    readingOf(kind, number, day.plus({ hours: 2 * index })),
  );
  const names = Object.keys(readings[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [
      name,
      readings.reduce((sum, reading) => sum + (reading[name] ?? 0), 0) / readings.length,
    ]),
  );
}

const names = measures.map(toSnakeCase);
/** Without a battery, what the sun gives beyond the household goes to the grid. */
const expressionOf = (name: string) => {
  if (name === "grid_power_w") {
    return "case when d.kind = 'smart_meter' or i.is_battery_connected then grid_power_w else power_w - household_power_w end * factor";
  }
  if (name === "battery_power_w")
    return "case when d.kind = 'home_battery' or i.is_battery_connected then battery_power_w * factor end";
  if (name === "battery_level_percent") {
    return "case when d.kind in ('electric_vehicle', 'home_battery') or i.is_battery_connected then battery_level_percent end";
  }
  return name.endsWith("_w") ? `${name} * factor` : name;
};
const values = names.map(expressionOf);

function copyPast(table: "device_readings" | "hourly_readings" | "daily_readings"): string {
  const from = `from pasts p join devices d on d.kind = p.kind and p.number = abs(hashtext(d.id::text)) % ${models}
    left join solar_inverters i on i.organization_id = d.organization_id and i.device_id = d.id
    where d.organization_id = current_organization() and d.connection_state <> 'pending' and p.at >= d.created_at and (d.disconnected_since is null or p.at < d.disconnected_since)`;
  const extremes = ["lowest", "highest"].flatMap((end) => names.map((name) => `${name}_${end}`));
  const three = [values, values, values].flat().join(", ");
  switch (table) {
    case "device_readings":
      return `insert into device_readings (organization_id, device_id, measured_at, ${names.join(", ")})
        select d.organization_id, d.id, p.at, ${values.join(", ")} ${from} and p.step = 'reading'
        on conflict do nothing`;
    case "hourly_readings":
      return `insert into hourly_readings (organization_id, device_id, hour, readings, ${[...names, ...extremes].join(", ")})
        select d.organization_id, d.id, p.at, 1, ${three} ${from} and p.step = 'hour' on conflict do nothing`;
    case "daily_readings":
      return `insert into daily_readings (organization_id, device_id, day, hours, ${[...names, ...extremes].join(", ")})
        select d.organization_id, d.id, (p.at at time zone '${zone}')::date, 24, ${three} ${from} and p.step = 'day'
        on conflict do nothing`;
  }
}

/** Every tenth connected device was away for a while, so that devices come back as others go. */
const rememberInterruptions = `
  insert into connection_changes (organization_id, device_id, user_id, manufacturer, before, after, reason, changed_at)
  select organization_id, id, user_id, manufacturer, before, after, reason, changed_at
  from (select *, now() - interval '10 days' * (abs(hashtext(id::text || 'back')) % 1000 / 1000.0) as back,
      interval '18 days' * (abs(hashtext(id::text || 'away')) % 1000 / 1000.0) + interval '1 hour' as away
    from devices where organization_id = current_organization() and connection_state = 'connected'
      and abs(hashtext(id::text || 'lost')) % 10 = 0) d
  cross join lateral (values ('connected', 'disconnected', 'Password changed', back - away),
    ('disconnected', 'connected', null, back)) change (before, after, reason, changed_at)
  where back - away > created_at`;

/** The fleet's hours from the changes of its connections and the hours of its devices. */
const sumUpFleet = `
  insert into fleet_hours (organization_id, hour, connected, disconnected, pending, failed, consumption_w, production_w)
  select h.organization_id, h.hour, c.connected, c.disconnected, c.pending, c.failed, h.consumption, h.production
  from (select r.organization_id, r.hour,
      coalesce(sum(r.power_w) filter (where d.kind not in ('solar_inverter', 'smart_meter')), 0)::bigint as consumption,
      coalesce(sum(r.power_w) filter (where d.kind = 'solar_inverter'), 0)::bigint as production
    from hourly_readings r join devices d on d.organization_id = r.organization_id and d.id = r.device_id
    where r.organization_id = current_organization() group by 1, 2) h
  cross join lateral (
    select count(*) filter (where state = 'connected')::int as connected,
      count(*) filter (where state = 'disconnected')::int as disconnected,
      count(*) filter (where state = 'pending')::int as pending,
      count(*) filter (where state = 'error')::int as failed
    from (select distinct on (device_id) after as state from connection_changes
      where organization_id = h.organization_id and changed_at <= h.hour
      order by device_id, changed_at desc) states) c
  on conflict do nothing`;
