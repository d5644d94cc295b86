import {
  type AnyPgColumn,
  boolean,
  doublePrecision,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { moment, organizationId } from "./columns";
import { devices } from "./devices";

const deviceKey = () => ({ organizationId: organizationId(), deviceId: uuid().notNull() });

const keyedByDevice = (table: { organizationId: AnyPgColumn; deviceId: AnyPgColumn }) => [
  primaryKey({ columns: [table.organizationId, table.deviceId] }),
  foreignKey({
    columns: [table.organizationId, table.deviceId],
    foreignColumns: [devices.organizationId, devices.id],
  }).onDelete("cascade"),
];

/** Power in W, temperatures in degrees Celsius. */
export const heatPumps = pgTable(
  "heat_pumps",
  {
    ...deviceKey(),
    currentPowerConsumptionW: integer(),
    operationalMode: text(),
    outdoorTemperature: doublePrecision(),
    inletTemperature: doublePrecision(),
    outletTemperature: doublePrecision(),
    indoorActualTemperature: doublePrecision(),
    indoorTargetTemperature: doublePrecision(),
    dhwTemperature: doublePrecision(),
    dhwStandardTemperature: doublePrecision(),
    indoorTargetTemperatureOffset: doublePrecision(),
    optimizationLevel: text({ enum: ["Low", "Mid", "Max"] }),
    isSpaceHeatingEnabled: boolean(),
    isHotWaterHeatingEnabled: boolean(),
    isPoolHeatingEnabled: boolean(),
    isSpaceCoolingEnabled: boolean(),
    isHeatingPolicyEnabled: boolean(),
    heatingPolicyName: text(),
    minimumTemperatureLimit: doublePrecision(),
    maximumTemperatureLimit: doublePrecision(),
    minimumDhwTemperatureLimit: doublePrecision(),
    isAwayModeEnabled: boolean(),
    awayModeStart: moment(),
    awayModeEnd: moment(),
    awayModeMinimumTemperatureLimit: doublePrecision(),
  },
  (table) => keyedByDevice(table),
);

/** Levels in percent, capacity in kWh, rate in W, range in km. */
export const electricVehicles = pgTable(
  "electric_vehicles",
  {
    ...deviceKey(),
    isPluggedIn: boolean(),
    isCharging: boolean(),
    isFullyCharged: boolean(),
    batteryLevel: integer(),
    batteryCapacityKwh: doublePrecision(),
    chargeRateW: integer(),
    drivingRange: integer(),
    chargeTimeRemaining: integer(),
    chargeTargetMin: integer(),
    chargeTargetMax: integer(),
    isChargePolicyEnabled: boolean(),
    minimumChargeLimit: integer(),
    chargeDeadlineAt: text(),
    chargePolicyLastUpdatedAt: moment(),
    gridExportStartThresholdW: integer(),
    gridExportStopThresholdW: integer(),
    boostState: text({ enum: ["available", "requested", "ongoing", "unavailable"] }),
    boostForNextSession: boolean(),
  },
  (table) => keyedByDevice(table),
);

/** The battery is part of the inverter. Battery power is positive while discharging. */
export const solarInverters = pgTable(
  "solar_inverters",
  {
    ...deviceKey(),
    currentSolarProductionW: integer(),
    householdConsumptionW: integer(),
    batteryChargeDischargePowerW: integer(),
    currentPowerToGridW: integer(),
    solarSurplusW: integer(),
    batteryChargeLevelPercent: integer(),
    solarPowerRatingKw: doublePrecision(),
    isBatteryConnected: boolean(),
    batteryCapacityKwh: doublePrecision(),
    minBatteryCharge: integer(),
    maxBatteryCharge: integer(),
    batteryPolicy: text(),
    userLimitsEnabled: boolean(),
    productionLastDayKwh: doublePrecision(),
    productionLastWeekKwh: doublePrecision(),
    productionLastMonthKwh: doublePrecision(),
    productionLastDayCoverage: real(),
    productionLastWeekCoverage: real(),
    productionLastMonthCoverage: real(),
  },
  (table) => keyedByDevice(table),
);

export const wallboxes = pgTable(
  "wallboxes",
  {
    ...deviceKey(),
    isPluggedIn: boolean(),
    isCharging: boolean(),
    isOcppConnected: boolean(),
    chargeTargetMin: integer(),
    chargeTargetMax: integer(),
    chargePowerMaxW: integer(),
    isChargePolicyEnabled: boolean(),
    minimumChargeLimit: integer(),
    chargeDeadlineAt: text(),
    chargePolicyLastUpdatedAt: moment(),
    isOverChargeAllowed: boolean(),
  },
  (table) => keyedByDevice(table),
);

/** A battery that is a separate device. Its power is positive while discharging, as that of an inverter's battery. */
export const homeBatteries = pgTable(
  "home_batteries",
  {
    ...deviceKey(),
    batteryChargeDischargePowerW: integer(),
    batteryChargeLevelPercent: integer(),
    batteryCapacityKwh: doublePrecision(),
    minBatteryCharge: integer(),
    maxBatteryCharge: integer(),
    batteryPolicy: text(),
    userLimitsEnabled: boolean(),
  },
  (table) => keyedByDevice(table),
);

/** Only measures. Power to the grid is positive while exporting; the registers count up since the meter was made. */
export const smartMeters = pgTable(
  "smart_meters",
  {
    ...deviceKey(),
    currentPowerToGridW: integer(),
    importedEnergyKwh: doublePrecision(),
    exportedEnergyKwh: doublePrecision(),
    meterId: varchar({ length: 33 }),
  },
  (table) => keyedByDevice(table),
);
