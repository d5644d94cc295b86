import type { Measure } from "@/db/schema";
import type { DeviceKind } from "@/db/schema/device-kind-names";
import { fieldsOfKind } from "../fields/fields-of-kinds";
import { isQuantity, type Quantity } from "../fields/quantities";

/** Under which name each kind's fields keep what readings hold. */
type MeasuredFields = {
  [Kind in DeviceKind]: Partial<Record<keyof (typeof fieldsOfKind)[Kind], Measure>>;
};

const measuredFields = {
  heat_pump: {
    currentPowerConsumptionW: "powerW",
    indoorActualTemperature: "indoorTemperature",
    dhwTemperature: "hotWaterTemperature",
    outdoorTemperature: "outdoorTemperature",
  },
  electric_vehicle: { chargeRateW: "powerW", batteryLevel: "batteryLevelPercent" },
  solar_inverter: {
    currentSolarProductionW: "powerW",
    householdConsumptionW: "householdPowerW",
    currentPowerToGridW: "gridPowerW",
    batteryChargeDischargePowerW: "batteryPowerW",
    batteryChargeLevelPercent: "batteryLevelPercent",
  },
  wallbox: { chargePowerW: "powerW" },
  home_battery: {
    batteryChargeDischargePowerW: "batteryPowerW",
    batteryChargeLevelPercent: "batteryLevelPercent",
  },
  smart_meter: { currentPowerToGridW: "gridPowerW" },
} as const satisfies MeasuredFields;

/** A field of which readings keep a history, with what its numbers are. */
export type MeasuredField = { name: string; measure: Measure; quantity: Quantity };

/** The fields of a kind of which readings keep a history. */
export function listMeasuredFields(kind: DeviceKind): MeasuredField[] {
  return Object.entries(measuredFields[kind]).map(([name, measure]) => {
    const { reports } = Object.entries(fieldsOfKind[kind]).find(([key]) => key === name)?.[1] ?? {};
    if (!reports || !isQuantity(reports)) throw new Error(`${kind} reports no number as ${name}.`);
    return { name, measure, quantity: reports };
  });
}
