import fc from "fast-check";
import { expect, it } from "vitest";
import { deviceKinds } from "../devices/device-kinds";
import { fieldsOfKind } from "../fields/fields-of-kinds";
import { deviceState } from "./device-reports";
import { takeState } from "./take-state";

it.each([
  ["electric_vehicle", { chargeRateW: -4, batteryLevel: 80 }, { chargeRateW: 0, batteryLevel: 80 }],
  ["electric_vehicle", { batteryLevel: 100.4 }, { batteryLevel: 100 }],
  ["electric_vehicle", { batteryLevel: 79.6 }, { batteryLevel: 80 }],
  ["heat_pump", { outdoorTemperature: -12.25 }, { outdoorTemperature: -12.25 }],
  ["solar_inverter", { currentPowerToGridW: -3600 }, { currentPowerToGridW: -3600 }],
  [
    "home_battery",
    { batteryChargeDischargePowerW: -2499.6 },
    { batteryChargeDischargePowerW: -2500 },
  ],
  ["home_battery", { batteryChargeLevelPercent: 101 }, { batteryChargeLevelPercent: 100 }],
  ["smart_meter", { importedEnergyKwh: 10_482.375 }, { importedEnergyKwh: 10_482.375 }],
  ["smart_meter", { currentPowerToGridW: -512 }, { currentPowerToGridW: -512 }],
  ["wallbox", { chargePowerW: null, isPluggedIn: true }, { isPluggedIn: true }],
  ["wallbox", { kind: "heat_pump", isPluggedIn: true }, { isPluggedIn: true }],
] as const)("takes of a %s that says %j: %j", (kind, said, taken) => {
  expect(takeState(kind, said)).toEqual({ state: { kind, ...taken }, dropped: [] });
});

/** What else each says that is taken. */
const right = {
  heat_pump: { outdoorTemperature: 3 },
  electric_vehicle: { isCharging: true },
  wallbox: { isCharging: true },
  home_battery: { batteryChargeDischargePowerW: 900 },
  smart_meter: { currentPowerToGridW: 900 },
};

it.each([
  ["electric_vehicle", { chargeRateW: -3600 }, ["chargeRateW", "-3600", "outOfRange"]],
  ["electric_vehicle", { drivingRange: 2100 }, ["drivingRange", "2100", "outOfRange"]],
  ["electric_vehicle", { batteryLevel: "full" }, ["batteryLevel", '"full"', "wrongType"]],
  ["wallbox", { isPluggedIn: 1 }, ["isPluggedIn", "1", "wrongType"]],
  [
    "home_battery",
    { batteryChargeLevelPercent: 655 },
    ["batteryChargeLevelPercent", "655", "outOfRange"],
  ],
  ["home_battery", { batteryCapacityKwh: 0 }, ["batteryCapacityKwh", "0", "outOfRange"]],
  ["smart_meter", { importedEnergyKwh: -1 }, ["importedEnergyKwh", "-1", "outOfRange"]],
  ["smart_meter", { exportedEnergyKwh: "12,5" }, ["exportedEnergyKwh", '"12,5"', "wrongType"]],
  ["heat_pump", { dhwTemperature: 6553.5 }, ["dhwTemperature", "6553.5", "outOfRange"]],
] as const)("leaves out of a %s that says %j, with the reason: %j", (kind, said, dropped) => {
  const [field, value, reason] = dropped;
  const others = right[kind];
  expect(takeState(kind, { ...said, ...others })).toEqual({
    state: { kind, ...others },
    dropped: [{ field, value, reason }],
  });
});

it("never fails, for any values of a device", () => {
  const said = fc.dictionary(
    fc.oneof(
      fc.constantFrom(...Object.values(fieldsOfKind).flatMap((table) => Object.keys(table))),
      fc.string(),
    ),
    fc.oneof(fc.jsonValue(), fc.double(), fc.integer(), fc.string()),
  );
  const kinds = fc.constantFrom(...deviceKinds);
  fc.assert(
    fc.property(kinds, said, (kind, values) => {
      expect(deviceState.safeParse(takeState(kind, values).state).success).toBe(true);
    }),
  );
});
