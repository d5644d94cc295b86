import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { deviceKinds } from "../devices/device-kinds";
import { deviceState } from "../telemetry/device-reports";
import { type SimulatedDevice, simulateDevice } from "./simulate-device";

const device = (
  kind: SimulatedDevice["kind"],
  more: Partial<SimulatedDevice> = {},
): SimulatedDevice => ({
  id: "0193a000-0000-7000-8000-000000000001",
  kind,
  buildingId: null,
  isOptimized: true,
  batteryCapacityKwh: 10,
  solarPowerRatingKw: kind === "solar_inverter" ? 9 : null,
  chargeTargetPercent: 80,
  indoorTargetTemperature: 21,
  isBoosted: false,
  batteryLevel: 40,
  minBatteryCharge: 20,
  maxBatteryCharge: 90,
  ...more,
});

const start = DateTime.fromISO("2026-01-01T00:00", { zone: "Europe/Vienna" });
const moments = Array.from({ length: 1500 }, (_, index) => start.plus({ hours: index * 5.87 }));

describe.each(deviceKinds)("a simulated %s", (kind) => {
  it("reports what the portal takes in, all year long", () => {
    for (const at of moments) {
      const state = simulateDevice(device(kind), at);
      expect(deviceState.safeParse(state)).toEqual({ success: true, data: state });
    }
  });

  it("tells of one moment the same whenever it is asked", () => {
    for (const at of moments.slice(0, 20)) {
      expect(simulateDevice(device(kind), at)).toEqual(simulateDevice(device(kind), at));
    }
  });
});

it("balances production, household, battery and grid", () => {
  for (const at of moments) {
    const state = simulateDevice(device("solar_inverter"), at);
    if (state.kind !== "solar_inverter") throw new Error("Another kind.");
    const given = (state.currentSolarProductionW ?? 0) + (state.batteryChargeDischargePowerW ?? 0);
    expect(given).toBeCloseTo(
      (state.householdConsumptionW ?? 0) + (state.currentPowerToGridW ?? 0),
      5,
    );
    if (at.hour < 4) expect(state.currentSolarProductionW).toBe(0);
  }
});

it("heats more in winter than in summer", () => {
  const mean = (month: number) => {
    const day = DateTime.fromObject({ year: 2026, month, day: 1 }, { zone: "Europe/Vienna" });
    const powers = Array.from({ length: 28 * 48 }, (_, index) => {
      const state = simulateDevice(device("heat_pump"), day.plus({ minutes: 30 * index }));
      return state.kind === "heat_pump" ? (state.currentPowerConsumptionW ?? 0) : 0;
    });
    return powers.reduce((sum, power) => sum + power, 0) / powers.length;
  };
  expect(mean(1)).toBeGreaterThan(3 * mean(7));
});

it("charges a boosted vehicle that is plugged in until it is full", () => {
  const evening = DateTime.fromISO("2026-03-10T22:00", { zone: "Europe/Vienna" });
  const nights = Array.from({ length: 10 }, (_, day) => evening.plus({ days: day }));
  const plugged = nights.find((at) => {
    const state = simulateDevice(device("electric_vehicle"), at);
    return state.kind === "electric_vehicle" && state.isPluggedIn && !state.isCharging;
  });
  if (!plugged) throw new Error("No night at home.");
  const boosted = (batteryLevel: number) =>
    simulateDevice(device("electric_vehicle", { isBoosted: true, batteryLevel }), plugged);
  expect(boosted(40)).toMatchObject({ isCharging: true, isFullyCharged: false });
  expect(boosted(100)).toMatchObject({
    isCharging: false,
    isFullyCharged: true,
    batteryLevel: 100,
  });
});

/** Every quarter of an hour of some days. */
const quarters = Array.from({ length: 4 * 24 * 5 }, (_, index) =>
  start.plus({ minutes: 15 * index }),
);

const batteryAt = (at: DateTime, more: Partial<SimulatedDevice> = {}) => {
  const state = simulateDevice(device("home_battery", more), at);
  if (state.kind !== "home_battery") throw new Error("Another kind.");
  return {
    level: state.batteryChargeLevelPercent ?? 0,
    flow: state.batteryChargeDischargePowerW ?? 0,
  };
};

it("keeps a home battery within its limits", () => {
  const levels = quarters.map((at) => batteryAt(at).level);
  expect(Math.min(...levels)).toBe(20);
  expect(Math.max(...levels)).toBeGreaterThan(45);
  expect(Math.max(...levels)).toBeLessThanOrEqual(90);
});

it("fills a home battery by what flows into it, and empties it by what flows out", () => {
  for (const at of quarters) {
    const gained = batteryAt(at.plus({ minutes: 15 })).level - batteryAt(at).level;
    const { flow } = batteryAt(at.plus({ minutes: 7 }));
    // Ten kWh: 400 W for a quarter of an hour are one percent; levels are whole.
    expect(Math.abs(gained + flow / 400)).toBeLessThanOrEqual(1.5);
  }
});

it("charges a home battery in cheap hours only when it is optimised", () => {
  const night = start.plus({ hours: 2 });
  expect(batteryAt(night).flow).toBeLessThan(0);
  expect(batteryAt(night, { isOptimized: false }).flow).toBe(0);
});

it("never counts a meter's registers back", () => {
  const registers = moments.map((at) => {
    const state = simulateDevice(device("smart_meter"), at);
    if (state.kind !== "smart_meter") throw new Error("Another kind.");
    return [state.importedEnergyKwh ?? 0, state.exportedEnergyKwh ?? 0] as const;
  });
  for (const [index, [imported, exported]] of registers.slice(1).entries()) {
    expect(imported).toBeGreaterThan(registers[index]?.[0] ?? 0);
    expect(exported).toBeGreaterThanOrEqual(registers[index]?.[1] ?? 0);
  }
});

it("has some meters see the sun go to the grid, and others none", () => {
  const noon = DateTime.fromISO("2026-06-20T13:00", { zone: "Europe/Vienna" });
  const flows = Array.from({ length: 20 }, (_, index) => {
    const state = simulateDevice(device("smart_meter", { id: `meter ${index}` }), noon);
    return state.kind === "smart_meter" ? (state.currentPowerToGridW ?? 0) : 0;
  });
  expect(flows.some((flow) => flow > 0)).toBe(true);
  expect(flows.some((flow) => flow < 0)).toBe(true);
});
