import { expect, it } from "vitest";
import { telemetry as german } from "@/messages/de/telemetry";
import { telemetry as english } from "@/messages/en/telemetry";
import { deviceKinds } from "../devices/device-kinds";
import { fleetPowerOf, measuresByKind, measuresOf } from "./device-reports";

it.each(deviceKinds)("has words for every measure of a %s in both languages", (kind) => {
  for (const { measures } of [english, german]) {
    expect(Object.keys(measures[kind])).toEqual([...measuresByKind[kind]]);
  }
});

it.each([
  [-1800, 1800],
  [0, 0],
  [600, 0],
  [undefined, undefined],
])("takes of a battery's flow of %s W: %s W", (flow, taken) => {
  const state = { kind: "home_battery" as const, batteryChargeDischargePowerW: flow };
  expect(measuresOf(state)).toMatchObject({ powerW: taken, batteryPowerW: flow });
  expect(fleetPowerOf(state)).toBe(taken ?? null);
});

it("counts nothing of a meter for the fleet, which it measures again", () => {
  const state = { kind: "smart_meter" as const, currentPowerToGridW: -700 };
  expect(measuresOf(state)).toEqual({ powerW: 700, gridPowerW: -700 });
  expect(fleetPowerOf(state)).toBeNull();
});
