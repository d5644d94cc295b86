import { isControllable } from "@/lib/devices/devices/device-kinds";
import type { DeviceFieldDefinition, DeviceFieldTable } from "@/lib/devices/fields/device-field";
import { fieldsOfKind, type KindField } from "@/lib/devices/fields/fields-of-kinds";
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

/** The fields of a kind that its page lists: beside its large figures, or with its settings. */
export function listedFields(kind: DeviceKind, place: "now" | "settings"): KindField[] {
  const table: DeviceFieldTable = fieldsOfKind[kind];
  const isListed = ([, { listed, sets }]: [string, DeviceFieldDefinition]) =>
    (listed ?? (sets && "settings")) === place;
  return Object.entries(table)
    .filter(isListed)
    .map(([name]) => name as KindField);
}

export type DeviceField = (typeof commonFields)[keyof typeof commonFields][number] | KindField;

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
