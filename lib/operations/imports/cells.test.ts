import { describe, expect, it } from "vitest";
import { optionalNumber } from "@/lib/core/validation/numbers";
import { devices as german } from "@/messages/de/devices";
import { devices as english } from "@/messages/en/devices";
import { booleanCell, deviceKindCell } from "./cells";
import { findSpreadsheetProblems } from "./spreadsheet-problems";

it.each(["Ja", "J", "YES", "y", "x", "X", "1", "true", "WAHR"])("reads %s as yes", (cell) => {
  expect(booleanCell.parse(cell)).toBe(true);
});

it.each(["Nein", "N", "no", "0", "", "FALSE", "falsch", "-"])("reads %j as no", (cell) => {
  expect(booleanCell.parse(cell)).toBe(false);
});

it("refuses what is neither yes nor no", () => {
  expect(booleanCell.safeParse("maybe").error?.issues[0]?.message).toBe("choice");
});

describe("the kind of a device", () => {
  it("is found by every name that the interface has for it", () => {
    for (const names of [english.kinds, german.kinds]) {
      for (const [kind, name] of Object.entries(names)) {
        expect(deviceKindCell.parse(kind)).toBe(kind);
        expect(deviceKindCell.parse(name)).toBe(kind);
        expect(deviceKindCell.parse(name.toUpperCase())).toBe(kind);
      }
    }
  });

  it.each([
    ["HeatPump", "heat_pump"],
    ["wärmepumpe", "heat_pump"],
    ["WP", "heat_pump"],
    ["E-Auto", "electric_vehicle"],
    ["PV-Anlage", "solar_inverter"],
    ["Ladestation", "wallbox"],
    ["Batterie", "home_battery"],
    ["Heimspeicher", "home_battery"],
    ["Stromspeicher", "home_battery"],
    ["Batteriespeicher", "home_battery"],
    ["Akku", "home_battery"],
    ["PowerWall", "home_battery"],
    ["home battery", "home_battery"],
    ["Storage", "home_battery"],
    ["Smart-Meter", "smart_meter"],
    ["SmartMeter", "smart_meter"],
    ["Stromzähler", "smart_meter"],
    ["Zähler", "smart_meter"],
    ["intelligentes Messsystem", "smart_meter"],
    ["iMSys", "smart_meter"],
    ["Electricity meter", "smart_meter"],
  ])("is found by %s", (name, kind) => {
    expect(deviceKindCell.parse(name)).toBe(kind);
  });

  it.each([
    ["toaster", "choice"],
    ["", "required"],
  ])("is not %j", (name, problem) => {
    expect(deviceKindCell.safeParse(name).error?.issues[0]?.message).toBe(problem);
  });
});

it.each([
  ["48,2", 48.2],
  ["48.2", 48.2],
  ["1.234,5", 1234.5],
  ["1,234.5", 1234.5],
  ["1 234,5", 1234.5],
  ["-7", -7],
])("reads the number %s", (cell, value) => {
  expect(optionalNumber(-9999, 9999).parse(cell)).toBe(value);
});

it.each([
  [{ externalUserId: "4,00638E+12" }, { externalUserId: "excelNumber" }],
  [{ externalDeviceId: "1.2E+15" }, { externalDeviceId: "excelNumber" }],
  [{ firstName: "#NAME?" }, { firstName: "excelError" }],
  [{ town: "########" }, { town: "excelError" }],
  [{ externalUserId: "E12", lastName: "1E5" }, {}],
])("finds what a spreadsheet has spoiled: %j", (values, problems) => {
  expect(findSpreadsheetProblems(values)).toEqual(problems);
});
