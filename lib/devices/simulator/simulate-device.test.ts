import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { deviceState } from "../telemetry/device-reports";
import { type SimulatedDevice, simulateDevice } from "./simulate-device";

const kinds = ["heat_pump", "electric_vehicle", "solar_inverter", "wallbox"] as const;

const device = (kind: SimulatedDevice["kind"], more: Partial<SimulatedDevice> = {}) => ({
  id: "0193a000-0000-7000-8000-000000000001",
  kind,
  buildingId: null,
  isOptimized: true,
  batteryCapacityKwh: kind === "wallbox" || kind === "heat_pump" ? null : 10,
  solarPowerRatingKw: kind === "solar_inverter" ? 9 : null,
  chargeTargetPercent: 80,
  indoorTargetTemperature: 21,
  isBoosted: false,
  batteryLevel: 40,
  ...more,
});

const start = DateTime.fromISO("2026-01-01T00:00", { zone: "Europe/Vienna" });
const moments = Array.from({ length: 1500 }, (_, index) => start.plus({ hours: index * 5.87 }));

describe.each(kinds)("a simulated %s", (kind) => {
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
