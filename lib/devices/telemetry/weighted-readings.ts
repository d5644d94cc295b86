import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { MAX_GAP_MS } from "./reading-hours";

/**
 * The readings that say something of a stretch of time, each with `power_seconds` and `household_seconds`: how long
 * its power counts within the stretch. That is until the device names its power again, at most an hour, and never
 * beyond its newest reading. `is_own` are those of the stretch itself; the others began before it.
 * @param of expressions of the device, the stretch and the moment of the device's newest reading
 */
export function weightedReadings(of: { device: SQL; from: SQL; until: SQL; latest: SQL }): SQL {
  const secondsOf = (power: SQL, next: SQL) => sql`
    case when ${power} is not null then date_part('epoch', greatest(interval '0',
      least(${next}, measured_at + ${gap}, ${of.until}, ${of.latest})
        - greatest(measured_at, ${of.from}))) end`;
  return sql`(
    select r.*, measured_at >= ${of.from} as is_own,
      ${secondsOf(sql`power_w`, sql`next_power_w`)} as power_seconds,
      ${secondsOf(sql`household_power_w`, sql`next_household_power_w`)} as household_seconds
    from (
      select r.*, min(measured_at) filter (where power_w is not null) over later as next_power_w,
        min(measured_at) filter (where household_power_w is not null) over later as next_household_power_w
      from device_readings r where r.device_id = ${of.device}
        and r.measured_at > ${of.from} - ${gap} and r.measured_at < ${of.until}
      window later as (order by measured_at desc rows between unbounded preceding and 1 preceding)) r)`;
}

const gap = sql`make_interval(secs => ${MAX_GAP_MS / 1000})`;

/** What flows out of a battery, or else into the grid: the flows are positive outwards. */
export const givenPower = sql`greatest(coalesce(battery_power_w, grid_power_w), 0)`;

/** The energy of an hour's or a day's row in Wh: of rows from before it was weighted, what their mean comes to. */
export function energyOfRow(power: "power" | "given_power" | "household_power", hours: SQL): SQL {
  switch (power) {
    case "power":
      return sql`coalesce(energy_wh, case when covered_seconds is null then power_w * ${hours} end)`;
    case "given_power":
      // A mean flow is what was given less what was taken.
      return sql`coalesce(given_energy_wh, case when covered_seconds is null
        then (coalesce(battery_power_w, grid_power_w) + power_w) * ${hours} end)`;
    case "household_power":
      return sql`coalesce(household_energy_wh, case when household_covered_seconds is null then household_power_w * ${hours} end)`;
  }
}
