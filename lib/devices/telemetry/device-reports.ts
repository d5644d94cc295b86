import type { Measure } from "@/db/schema";
import { z } from "@/lib/core/validation/problems";

/**
 * What each kind of value can plausibly be. A value outside by no more than `noise` is what sensors say around zero or
 * when full, and is taken as the limit.
 */
export const plausibleRanges = {
  power: { min: 0, max: 1_000_000, noise: 50 },
  flow: { min: -1_000_000, max: 1_000_000, noise: 0 },
  temperature: { min: -60, max: 120, noise: 0 },
  percent: { min: 0, max: 100, noise: 2 },
  range: { min: 0, max: 2000, noise: 0 },
  seconds: { min: 0, max: 1_000_000, noise: 60 },
  capacity: { min: 0.1, max: 1000, noise: 0 },
  register: { min: 0, max: 100_000_000, noise: 0 },
} as const;

type Quantity = keyof typeof plausibleRanges;

const whole = (quantity: Quantity) => {
  const { min, max } = plausibleRanges[quantity];
  return z.number().int().min(min).max(max).optional();
};

const power = whole("power");
const flow = whole("flow");
const percent = whole("percent");
const temperature = z
  .number()
  .min(plausibleRanges.temperature.min)
  .max(plausibleRanges.temperature.max)
  .optional();
const capacity = z
  .number()
  .min(plausibleRanges.capacity.min)
  .max(plausibleRanges.capacity.max)
  .optional();
const register = z
  .number()
  .min(plausibleRanges.register.min)
  .max(plausibleRanges.register.max)
  .optional();
const flag = z.boolean().optional();

/**
 * What a device of each kind reports about its present state: power in W, temperatures in degrees Celsius,
 * levels in percent, range in km, durations in seconds, registers of meters in kWh. What a report leaves out stays as it was.
 */
export const deviceState = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("heat_pump"),
    currentPowerConsumptionW: power,
    operationalMode: z.string().trim().min(1).max(50).optional(),
    outdoorTemperature: temperature,
    inletTemperature: temperature,
    outletTemperature: temperature,
    indoorActualTemperature: temperature,
    indoorTargetTemperature: temperature,
    dhwTemperature: temperature,
  }),
  z.object({
    kind: z.literal("electric_vehicle"),
    isPluggedIn: flag,
    isCharging: flag,
    isFullyCharged: flag,
    batteryLevel: percent,
    chargeRateW: power,
    drivingRange: whole("range"),
    chargeTimeRemaining: whole("seconds"),
  }),
  z.object({
    kind: z.literal("solar_inverter"),
    currentSolarProductionW: power,
    householdConsumptionW: power,
    batteryChargeDischargePowerW: flow,
    currentPowerToGridW: flow,
    solarSurplusW: flow,
    batteryChargeLevelPercent: percent,
  }),
  z.object({
    kind: z.literal("wallbox"),
    isPluggedIn: flag,
    isCharging: flag,
    isOcppConnected: flag,
    chargePowerW: power,
  }),
  z.object({
    kind: z.literal("home_battery"),
    batteryChargeDischargePowerW: flow,
    batteryChargeLevelPercent: percent,
    batteryCapacityKwh: capacity,
  }),
  z.object({
    kind: z.literal("smart_meter"),
    currentPowerToGridW: flow,
    importedEnergyKwh: register,
    exportedEnergyKwh: register,
  }),
]);

export type DeviceState = z.output<typeof deviceState>;

/** What the numbers of a state are. */
export const quantities: Record<string, Quantity> = {
  currentPowerConsumptionW: "power",
  chargeRateW: "power",
  chargePowerW: "power",
  currentSolarProductionW: "power",
  householdConsumptionW: "power",
  batteryChargeDischargePowerW: "flow",
  currentPowerToGridW: "flow",
  solarSurplusW: "flow",
  outdoorTemperature: "temperature",
  inletTemperature: "temperature",
  outletTemperature: "temperature",
  indoorActualTemperature: "temperature",
  indoorTargetTemperature: "temperature",
  dhwTemperature: "temperature",
  batteryLevel: "percent",
  batteryChargeLevelPercent: "percent",
  drivingRange: "range",
  chargeTimeRemaining: "seconds",
  batteryCapacityKwh: "capacity",
  importedEnergyKwh: "register",
  exportedEnergyKwh: "register",
};

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
