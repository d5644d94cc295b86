import type {
  electricVehicles,
  heatPumps,
  homeBatteries,
  smartMeters,
  solarInverters,
  wallboxes,
} from "@/db/schema";
import type { DeviceKind } from "@/db/schema/device-kind-names";
import type { DeviceFieldDefinition, DeviceFieldTable } from "./device-field";

export const optimizationLevels = ["Low", "Mid", "Max"] as const;

export const batteryPolicies = [
  "Optimize self consumption",
  "Optimize grid balancing",
  "Export all",
] as const;

type Table = { $inferSelect: object };

/** The columns of a kind's own table. One that is missing from its fields does not compile. */
type FieldsOf<Of extends Table, Further extends string = never> = Record<
  Exclude<keyof Of["$inferSelect"] & string, "organizationId" | "deviceId"> | Further,
  DeviceFieldDefinition
>;

const percent = { kind: "integer", min: 0, max: 100 } as const;

/** Power in W, temperatures in degrees Celsius. */
const heatPumpFields = {
  currentPowerConsumptionW: { reports: "power" },
  operationalMode: { reports: "word" },
  outdoorTemperature: { reports: "temperature" },
  inletTemperature: { reports: "temperature", listed: "now" },
  outletTemperature: { reports: "temperature", listed: "now" },
  indoorActualTemperature: { reports: "temperature" },
  indoorTargetTemperature: { reports: "temperature" },
  dhwTemperature: { reports: "temperature" },
  optimizationLevel: { sets: { kind: "choice", choices: optimizationLevels, section: "use" } },
  isSpaceHeatingEnabled: { sets: { kind: "flag", section: "use" } },
  isHotWaterHeatingEnabled: { sets: { kind: "flag", section: "use" } },
  isPoolHeatingEnabled: { sets: { kind: "flag", section: "use" } },
  isSpaceCoolingEnabled: { sets: { kind: "flag", section: "use" } },
  isHeatingPolicyEnabled: { sets: { kind: "flag", section: "use" } },
  heatingPolicyName: { sets: { kind: "text", maxLength: 100, section: "use" } },
  minimumTemperatureLimit: { sets: { kind: "decimal", min: 5, max: 35, section: "limits" } },
  maximumTemperatureLimit: { sets: { kind: "decimal", min: 5, max: 35, section: "limits" } },
  indoorTargetTemperatureOffset: { sets: { kind: "decimal", min: -5, max: 5, section: "limits" } },
  dhwStandardTemperature: { sets: { kind: "decimal", min: 30, max: 70, section: "limits" } },
  minimumDhwTemperatureLimit: { sets: { kind: "decimal", min: 20, max: 65, section: "limits" } },
  isAwayModeEnabled: { sets: { kind: "flag", section: "away" } },
  awayModeMinimumTemperatureLimit: { sets: { kind: "decimal", min: 5, max: 35, section: "away" } },
  awayModeStart: { sets: { kind: "localMoment", section: "away" } },
  awayModeEnd: { sets: { kind: "localMoment", section: "away" } },
} as const satisfies FieldsOf<typeof heatPumps>;

/** Levels in percent, capacity in kWh, rate in W, range in km, time in s, thresholds of grid export in W. */
const electricVehicleFields = {
  isPluggedIn: { reports: "flag" },
  isCharging: { reports: "flag" },
  isFullyCharged: { reports: "flag" },
  batteryLevel: { reports: "percent" },
  batteryCapacityKwh: { keeps: "decimal", listed: "settings" },
  chargeRateW: { reports: "power" },
  drivingRange: { reports: "range" },
  chargeTimeRemaining: { reports: "seconds" },
  chargeTargetMin: { keeps: "integer", listed: "settings" },
  chargeTargetMax: { keeps: "integer", listed: "settings" },
  isChargePolicyEnabled: { sets: { kind: "flag", section: "charging" } },
  minimumChargeLimit: { sets: { ...percent, section: "charging" } },
  chargeDeadlineAt: { sets: { kind: "timeOfDay", section: "charging" } },
  chargePolicyLastUpdatedAt: { keeps: "moment", listed: "settings" },
  gridExportStartThresholdW: {
    sets: { kind: "integer", min: 0, max: 50_000, section: "charging" },
  },
  gridExportStopThresholdW: { sets: { kind: "integer", min: 0, max: 50_000, section: "charging" } },
  boostState: { keeps: "word" },
  boostForNextSession: { keeps: "flag" },
} as const satisfies FieldsOf<typeof electricVehicles>;

/** What is set of a battery, whether it is part of an inverter or a separate device. */
const battery = {
  minBatteryCharge: { sets: { ...percent, section: "battery" } },
  maxBatteryCharge: { sets: { ...percent, section: "battery" } },
  batteryPolicy: { sets: { kind: "choice", choices: batteryPolicies, section: "battery" } },
  userLimitsEnabled: { sets: { kind: "flag", section: "battery" } },
} as const satisfies DeviceFieldTable;

const capacity = { kind: "decimal", min: 0.1, max: 1000, section: "battery" } as const;

/** Battery power is positive while discharging, power to the grid while exporting. Peak power in kW. */
const solarInverterFields = {
  currentSolarProductionW: { reports: "power" },
  householdConsumptionW: { reports: "power" },
  batteryChargeDischargePowerW: { reports: "flow" },
  currentPowerToGridW: { reports: "flow" },
  solarSurplusW: { reports: "flow", listed: "now" },
  batteryChargeLevelPercent: { reports: "percent" },
  solarPowerRatingKw: { sets: { kind: "decimal", min: 0, max: 1000, section: "battery" } },
  isBatteryConnected: { sets: { kind: "flag", section: "battery" } },
  batteryCapacityKwh: { sets: capacity },
  ...battery,
  productionLastDayKwh: { keeps: "decimal", listed: "now" },
  productionLastWeekKwh: { keeps: "decimal", listed: "now" },
  productionLastMonthKwh: { keeps: "decimal", listed: "now" },
  productionLastDayCoverage: { keeps: "decimal", isInternal: true },
  productionLastWeekCoverage: { keeps: "decimal", isInternal: true },
  productionLastMonthCoverage: { keeps: "decimal", isInternal: true },
} as const satisfies FieldsOf<typeof solarInverters>;

/** Levels in percent, power in W. What it charges with is kept as a reading alone. */
const wallboxFields = {
  isPluggedIn: { reports: "flag" },
  isCharging: { reports: "flag" },
  isOcppConnected: { reports: "flag" },
  chargePowerW: { reports: "power", isInternal: true },
  chargePowerMaxW: { sets: { kind: "integer", min: 1000, max: 50_000, section: "charging" } },
  isOverChargeAllowed: { sets: { kind: "flag", section: "charging" } },
  chargeTargetMin: { sets: { ...percent, section: "charging" } },
  chargeTargetMax: { sets: { ...percent, section: "charging" } },
  isChargePolicyEnabled: { sets: { kind: "flag", section: "charging" } },
  minimumChargeLimit: { sets: { ...percent, section: "charging" } },
  chargeDeadlineAt: { sets: { kind: "timeOfDay", section: "charging" } },
  chargePolicyLastUpdatedAt: { keeps: "moment", listed: "settings" },
} as const satisfies FieldsOf<typeof wallboxes, "chargePowerW">;

/** Power is positive while discharging. Capacity in kWh, levels in percent. */
const homeBatteryFields = {
  batteryChargeDischargePowerW: { reports: "flow" },
  batteryChargeLevelPercent: { reports: "percent" },
  batteryCapacityKwh: { reports: "capacity", sets: capacity },
  ...battery,
} as const satisfies FieldsOf<typeof homeBatteries>;

/** Power is positive while exporting; energy in kWh as the meter's registers have it. */
const smartMeterFields = {
  currentPowerToGridW: { reports: "flow" },
  importedEnergyKwh: { reports: "register", listed: "now" },
  exportedEnergyKwh: { reports: "register", listed: "now" },
  meterId: { sets: { kind: "meterPoint", section: "metering" } },
} as const satisfies FieldsOf<typeof smartMeters>;

/** What only each kind of device has: the source of its schemas, form, page, reports and API fields. */
export const fieldsOfKind = {
  heat_pump: heatPumpFields,
  electric_vehicle: electricVehicleFields,
  solar_inverter: solarInverterFields,
  wallbox: wallboxFields,
  home_battery: homeBatteryFields,
  smart_meter: smartMeterFields,
} as const satisfies Record<DeviceKind, DeviceFieldTable>;

type NamesIn<Table> = Table extends unknown
  ? {
      [Name in keyof Table]: Table[Name] extends { keeps: unknown; isInternal: true }
        ? never
        : Name;
    }[keyof Table] &
      string
  : never;

/** Every field that only some kind of device has and that people see. */
export type KindField = NamesIn<(typeof fieldsOfKind)[DeviceKind]>;
