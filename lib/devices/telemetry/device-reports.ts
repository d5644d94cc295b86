import type { Measure } from "@/db/schema";
import type { DeviceKind } from "@/db/schema/device-kind-names";
import { z } from "@/lib/core/validation/problems";
import { reportsShape } from "../fields/device-field";
import { fieldsOfKind } from "../fields/fields-of-kinds";

const stateOf = <Kind extends DeviceKind>(kind: Kind) =>
  z.object({ kind: z.literal(kind), ...reportsShape(fieldsOfKind[kind]) });

/** What a device of each kind reports about its present state. What a report leaves out stays as it was. */
export const deviceState = z.discriminatedUnion("kind", [
  stateOf("heat_pump"),
  stateOf("electric_vehicle"),
  stateOf("solar_inverter"),
  stateOf("wallbox"),
  stateOf("home_battery"),
  stateOf("smart_meter"),
]);

export type DeviceState = z.output<typeof deviceState>;

/** What of a state is kept as a reading. */
export function measuresOf(state: DeviceState): Partial<Record<Measure, number | undefined>> {
  switch (state.kind) {
    case "heat_pump":
      return {
        powerW: state.currentPowerConsumptionW,
        outdoorTemperature: state.outdoorTemperature,
        indoorTemperature: state.indoorActualTemperature,
        hotWaterTemperature: state.dhwTemperature,
      };
    case "electric_vehicle":
      return {
        powerW: chargingPower(state, state.chargeRateW),
        batteryLevelPercent: state.batteryLevel,
      };
    case "solar_inverter":
      return {
        powerW: state.currentSolarProductionW,
        householdPowerW: state.householdConsumptionW,
        gridPowerW: state.currentPowerToGridW,
        batteryPowerW: state.batteryChargeDischargePowerW,
        batteryLevelPercent: state.batteryChargeLevelPercent,
      };
    case "wallbox":
      return { powerW: chargingPower(state, state.chargePowerW) };
    case "home_battery":
      return {
        powerW: takenOf(state.batteryChargeDischargePowerW),
        batteryPowerW: state.batteryChargeDischargePowerW,
        batteryLevelPercent: state.batteryChargeLevelPercent,
      };
    case "smart_meter":
      return {
        powerW: takenOf(state.currentPowerToGridW),
        gridPowerW: state.currentPowerToGridW,
      };
  }
}

/** What flows in, of a flow that is positive outwards. */
const takenOf = (flow: number | undefined) => (flow === undefined ? undefined : Math.max(0, -flow));

/**
 * What counts as consumption of the fleet, or as production of an inverter. A meter measures again what the devices
 * behind it take.
 */
export const fleetPowerOf = (state: DeviceState): number | null =>
  state.kind === "smart_meter" ? null : (measuresOf(state).powerW ?? null);

/** Some manufacturers go on naming the last rate, or name none, when charging is over. */
function chargingPower(
  state: { isCharging?: boolean | undefined; isPluggedIn?: boolean | undefined },
  rateW: number | undefined,
): number | undefined {
  return state.isCharging === false || state.isPluggedIn === false ? 0 : rateW;
}

/** The measures that each kind of device has, in the order in which they are shown. */
export const measuresByKind = {
  heat_pump: ["powerW", "indoorTemperature", "hotWaterTemperature", "outdoorTemperature"],
  electric_vehicle: ["powerW", "batteryLevelPercent"],
  solar_inverter: [
    "powerW",
    "householdPowerW",
    "gridPowerW",
    "batteryPowerW",
    "batteryLevelPercent",
  ],
  wallbox: ["powerW"],
  home_battery: ["batteryPowerW", "batteryLevelPercent"],
  smart_meter: ["gridPowerW"],
} as const satisfies Record<DeviceState["kind"], readonly Measure[]>;
