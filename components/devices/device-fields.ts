import { isControllable } from "@/lib/devices/devices/device-kinds";
import type { DeviceKind } from "./kind-icon";

/** Which fields a device's page shows in which group, in order; labels are messages of the same name. */
export const commonFields = {
  connection: [
    "isAuthenticated",
    "lifecycleState",
    "lifecycleError",
    "disconnectedSince",
    "connectionStatus",
    "monitoringStatus",
    "steeringStatus",
    "currentStateLastUpdatedAt",
    "lastMonitoringExecutedAt",
    "externalDeviceId",
  ],
  optimization: [
    "isSmartOptimizationActive",
    "currentMode",
    "optimizationScore",
    "pausePowerUntil",
    "actualSteeringState",
    "priceZone",
    "isTradingEnabled",
    "isForecastingEnabled",
    "isInverterForcedModeEnabled",
    "isInverterForcedModeActive",
    "inverterForcedModeSince",
  ],
  consumption: [
    "consumptionLastDayKwh",
    "consumptionLastWeekKwh",
    "consumptionLastMonthKwh",
    "consumptionLastUpdatedAt",
  ],
} as const;

/** What is shown of a device's connection: one that only measures is not steered. */
export const connectionFieldsOf = (kind: DeviceKind) =>
  commonFields.connection.filter((field) => field !== "steeringStatus" || isControllable(kind));

/** `now`: what the large figures of a device do not say. */
export const particularFields = {
  heat_pump: {
    now: ["inletTemperature", "outletTemperature"],
    settings: [
      "optimizationLevel",
      "dhwStandardTemperature",
      "indoorTargetTemperatureOffset",
      "isSpaceHeatingEnabled",
      "isHotWaterHeatingEnabled",
      "isPoolHeatingEnabled",
      "isSpaceCoolingEnabled",
      "isHeatingPolicyEnabled",
      "heatingPolicyName",
      "minimumTemperatureLimit",
      "maximumTemperatureLimit",
      "minimumDhwTemperatureLimit",
      "isAwayModeEnabled",
      "awayModeStart",
      "awayModeEnd",
      "awayModeMinimumTemperatureLimit",
    ],
  },
  electric_vehicle: {
    now: [],
    settings: [
      "batteryCapacityKwh",
      "chargeTargetMin",
      "chargeTargetMax",
      "isChargePolicyEnabled",
      "minimumChargeLimit",
      "chargeDeadlineAt",
      "chargePolicyLastUpdatedAt",
      "gridExportStartThresholdW",
      "gridExportStopThresholdW",
    ],
  },
  solar_inverter: {
    now: [
      "solarSurplusW",
      "productionLastDayKwh",
      "productionLastWeekKwh",
      "productionLastMonthKwh",
    ],
    settings: [
      "solarPowerRatingKw",
      "isBatteryConnected",
      "batteryCapacityKwh",
      "minBatteryCharge",
      "maxBatteryCharge",
      "batteryPolicy",
      "userLimitsEnabled",
    ],
  },
  wallbox: {
    now: [],
    settings: [
      "chargePowerMaxW",
      "chargeTargetMin",
      "chargeTargetMax",
      "isChargePolicyEnabled",
      "minimumChargeLimit",
      "chargeDeadlineAt",
      "chargePolicyLastUpdatedAt",
      "isOverChargeAllowed",
    ],
  },
  home_battery: {
    now: [],
    settings: [
      "batteryCapacityKwh",
      "minBatteryCharge",
      "maxBatteryCharge",
      "batteryPolicy",
      "userLimitsEnabled",
    ],
  },
  smart_meter: {
    now: ["importedEnergyKwh", "exportedEnergyKwh"],
    settings: ["meterId"],
  },
} as const satisfies Record<DeviceKind, { now: readonly string[]; settings: readonly string[] }>;

type KindDetails = (typeof particularFields)[DeviceKind];
export type DeviceField =
  | (typeof commonFields)[keyof typeof commonFields][number]
  | KindDetails["now"][number]
  | KindDetails["settings"][number];

/** Units by how a field's name ends, as domain terms have it; the rest are named one by one. */
const unitOfEnding: [RegExp, string][] = [
  [/Kwh$/, "kWh"],
  [/Kw$/, "kW"],
  [/W$/, "W"],
  [/Percent$/, "%"],
  [/[tT]emperature(Limit|Offset)?$/, "°C"],
];

const unitOfField: Partial<Record<DeviceField, string>> = {
  chargeTargetMin: "%",
  chargeTargetMax: "%",
  minimumChargeLimit: "%",
  minBatteryCharge: "%",
  maxBatteryCharge: "%",
};

/** The unit that a field's numbers are in, if any. */
export function unitOf(field: DeviceField): string | undefined {
  return unitOfField[field] ?? unitOfEnding.find(([ending]) => ending.test(field))?.[1];
}
