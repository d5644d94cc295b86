import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findMeterPointProblem,
  formatMeterPoint,
  isMeterPointOf,
  toMeterPoint,
} from "./meter-point";

const austrian = "AT0010000000000000001000000123456";

it.each([
  ["AT 001000 00000 00000 00100 00001 23456", austrian],
  ["at.001000.00000.00000001000000123456", austrian],
  ["at0010000000000000001000000123456", austrian],
  ["41373559241", "41373559241"],
  ["413 7355 9241", "41373559241"],
  ["de 000562 66802 ao6g5 6m11s n51g2 1m24s", "DE00056266802AO6G56M11SN51G21M24S"],
  ["1-EMH-0012 345", "1-EMH-0012345"],
])("stores %s without spaces and in capital letters", (typed, stored) => {
  expect(toMeterPoint(typed)).toBe(stored);
});

it.each([
  ["AT", austrian, undefined],
  ["AT", austrian.slice(0, -1), "meterPointAT"],
  ["AT", `${austrian.slice(0, -1)}O`, "meterPointAT"],
  ["AT", "12345", "meterPointAT"],
  ["DE", "41373559241", undefined],
  ["DE", "41373559242", "meterPointCheckDigit"],
  ["DE", "DE00056266802AO6G56M11SN51G21M24S", undefined],
  ["DE", austrian, "meterPointDE"],
  ["IT", "IT001E12345678", undefined],
  ["IT", "IT1", "meterPointOf:IT"],
  ["FR", "12345678901234", undefined],
  ["SE", "735999123456789012", undefined],
  ["SE", "?", "meterPoint"],
] as const)("in %s %s has the problem %s", (country, text, problem) => {
  expect(findMeterPointProblem(text, country)).toBe(problem);
});

describe("groups", () => {
  it.each([
    [austrian, "AT 001000 00000 00000 00100 00001 23456"],
    ["41373559241", "4137 3559 241"],
    ["AT001", "AT001"],
    ["1-EMH-0012345", "1-EMH-0012345"],
    ["735999123456789012", "7359 9912 3456 7890 12"],
  ])("shows %s as %s", (stored, shown) => {
    expect(formatMeterPoint(stored)).toBe(shown);
  });

  it("are read back as what is stored", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z\d-]{1,33}$/), (text) => {
        const stored = toMeterPoint(text);
        expect(toMeterPoint(formatMeterPoint(stored))).toBe(stored);
        expect(toMeterPoint(formatMeterPoint(stored).toLowerCase())).toBe(stored);
      }),
    );
  });
});

it("finds every wrong digit of a German market location", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), (digit) => {
      if (digit !== 1) expect(isMeterPointOf("DE", `4137355924${digit}`)).toBe(false);
    }),
  );
});
