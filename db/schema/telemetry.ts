import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment, organizationId, updatedAt } from "./columns";
import { connectionCauses, connectionStates, devices } from "./devices";
import { organizations } from "./organizations";

/**
 * What readings hold, each in its unit (W, degrees Celsius, percent). `power_w` is what the device takes, for
 * an inverter what the sun gives, for a meter what comes from the grid. Power to the grid is positive while exporting,
 * that of a battery while discharging.
 */
export const measures = [
  "powerW",
  "outdoorTemperature",
  "indoorTemperature",
  "hotWaterTemperature",
  "batteryLevelPercent",
  "householdPowerW",
  "gridPowerW",
  "batteryPowerW",
] as const;

export type Measure = (typeof measures)[number];

const deviceKey = () => ({ organizationId: organizationId(), deviceId: uuid().notNull() });

const means = () => ({
  powerW: real(),
  outdoorTemperature: real(),
  indoorTemperature: real(),
  hotWaterTemperature: real(),
  batteryLevelPercent: real(),
  householdPowerW: real(),
  gridPowerW: real(),
  batteryPowerW: real(),
});

const lowest = () => ({
  powerWLowest: real(),
  outdoorTemperatureLowest: real(),
  indoorTemperatureLowest: real(),
  hotWaterTemperatureLowest: real(),
  batteryLevelPercentLowest: real(),
  householdPowerWLowest: real(),
  gridPowerWLowest: real(),
  batteryPowerWLowest: real(),
});

const highest = () => ({
  powerWHighest: real(),
  outdoorTemperatureHighest: real(),
  indoorTemperatureHighest: real(),
  hotWaterTemperatureHighest: real(),
  batteryLevelPercentHighest: real(),
  householdPowerWHighest: real(),
  gridPowerWHighest: real(),
  batteryPowerWHighest: real(),
});

/**
 * Energy in Wh and how many seconds of it are known, each by the power that readings name and by that of an inverter's
 * household. Null in rows from before energy was weighted by time.
 */
const energy = () => ({
  energyWh: doublePrecision(),
  coveredSeconds: integer(),
  /** What a battery gave, or else what flowed into the grid, in the seconds covered. */
  givenEnergyWh: doublePrecision(),
  householdEnergyWh: doublePrecision(),
  householdCoveredSeconds: integer(),
});

const ofDevice = (table: { organizationId: AnyPgColumn; deviceId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.organizationId, table.deviceId],
    foreignColumns: [devices.organizationId, devices.id],
  }).onDelete("cascade");

/**
 * What devices reported, as it came. Only added to; partitioned by month in the database. Nothing refers from
 * readings to devices: the writer holds the device's row locked, and a check of each would cost more
 * than its writing.
 */
export const deviceReadings = pgTable(
  "device_readings",
  { ...deviceKey(), measuredAt: moment().notNull(), ...means() },
  (table) => [primaryKey({ columns: [table.organizationId, table.deviceId, table.measuredAt] })],
);

/** The readings of an hour in one row, worked out afresh whenever one of them comes. Partitioned as they are. */
export const hourlyReadings = pgTable(
  "hourly_readings",
  {
    ...deviceKey(),
    hour: moment().notNull(),
    readings: integer().notNull(),
    /** How long the device took or gave power, of the covered seconds. */
    activeSeconds: integer(),
    /** Whether the device was optimised when its readings came; null when that changed, or they came late. */
    isOptimized: boolean(),
    ...energy(),
    ...means(),
    ...lowest(),
    ...highest(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.deviceId, table.hour] })],
);

/** The hours of a day, as the organization's time zone has it, in one row. */
export const dailyReadings = pgTable(
  "daily_readings",
  {
    ...deviceKey(),
    day: date({ mode: "string" }).notNull(),
    /** How many hours had readings. */
    hours: integer().notNull(),
    /** Whether it was optimised in all measured hours, or in none; null otherwise. */
    isOptimized: boolean(),
    ...energy(),
    ...means(),
    ...lowest(),
    ...highest(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.deviceId, table.day] })],
);

/** Each change of a device's connection, written by the database itself. */
export const connectionChanges = pgTable(
  "connection_changes",
  {
    organizationId: organizationId(),
    id: uuid().notNull().defaultRandom(),
    deviceId: uuid().notNull(),
    /** Whose device it was then. */
    userId: uuid().notNull(),
    manufacturer: text().notNull(),
    before: text({ enum: connectionStates }),
    after: text({ enum: connectionStates }).notNull(),
    reason: text(),
    cause: text({ enum: connectionCauses }),
    changedAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    ofDevice(table),
    index("connection_changes_by_device").on(
      table.organizationId,
      table.deviceId,
      table.changedAt,
      table.id,
    ),
    index("connection_changes_by_user").on(
      table.organizationId,
      table.userId,
      table.changedAt,
      table.id,
    ),
    index("connection_changes_to_disconnected")
      .on(table.organizationId, table.changedAt, table.manufacturer)
      .where(sql`after = 'disconnected'`),
    index("connection_changes_dropped")
      .on(table.organizationId, table.changedAt, table.manufacturer, table.deviceId)
      .where(sql`after in ('disconnected', 'degraded') and before in ('connected', 'degraded')`),
    index("due_connection_changes")
      .on(table.changedAt, table.organizationId)
      .where(sql`after in ('disconnected', 'degraded') and before in ('connected', 'degraded')`),
  ],
);

/** Changes of the power that connected devices take or give, summed up from time to time. */
export const fleetPower = pgTable(
  "fleet_power",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: uuid().notNull().defaultRandom(),
    isProduction: boolean().notNull(),
    watts: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("fleet_power_sums").on(table.organizationId, table.isProduction, table.watts),
  ],
);

/** How the fleet was at the end of each hour; of the present one, how it is. */
export const fleetHours = pgTable(
  "fleet_hours",
  {
    organizationId: organizationId().references(() => organizations.id),
    hour: moment().notNull(),
    connected: integer().notNull(),
    disconnected: integer().notNull(),
    pending: integer().notNull(),
    failed: integer().notNull(),
    consumptionW: bigint({ mode: "number" }).notNull(),
    productionW: bigint({ mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.hour] })],
);

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** Of each weekday that has one: what has to be reached by when, in percent and as HH:MM. */
export type ChargePolicyDays = Partial<
  Record<Weekday, { chargePercentage: number; chargeDeadline: string }>
>;

/** The weekly charge policy of a vehicle, read and written as a whole. */
export const chargePolicies = pgTable(
  "charge_policies",
  {
    ...deviceKey(),
    timeZone: text().notNull(),
    days: jsonb().$type<ChargePolicyDays>().notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.deviceId] }), ofDevice(table)],
);

/**
 * A vehicle at the plug, from when it was plugged in until it was unplugged: worked out from its reports. Levels in
 * percent, energy in Wh, power in W.
 */
export const chargingSessions = pgTable(
  "charging_sessions",
  {
    ...deviceKey(),
    id: uuid().notNull().defaultRandom(),
    pluggedInAt: moment().notNull(),
    unpluggedAt: moment(),
    initialLevel: integer(),
    finalLevel: integer(),
    targetLevel: integer(),
    /** As the vehicle's settings had it, HH:MM. */
    deadline: text(),
    energyWh: real().notNull().default(0),
    highestPowerW: integer().notNull().default(0),
    /** How long it charged of that time. */
    chargingSeconds: integer().notNull().default(0),
    reportedAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    ofDevice(table),
    index("charging_sessions_by_device").on(
      table.organizationId,
      table.deviceId,
      table.pluggedInAt,
      table.id,
    ),
    uniqueIndex("charging_sessions_one_open")
      .on(table.organizationId, table.deviceId)
      .where(sql`unplugged_at is null`),
  ],
);
