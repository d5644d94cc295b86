import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeCharges, sumCents, vatOn } from "./charges";

describe("computeCharges", () => {
  it("charges the full price for a device connected all month", () => {
    const [charge] = computeCharges("standard", { heat_pump: 30 }, 30);
    expect(charge).toMatchObject({ deviceDays: 30, unitCents: 95, amountCents: 95 });
  });

  it("charges a third for ten days of thirty, rounded half up", () => {
    expect(computeCharges("standard", { heat_pump: 10 }, 30)[0]?.amountCents).toBe(32);
    expect(computeCharges("standard", { wallbox: 15 }, 30)[0]?.amountCents).toBe(25);
    expect(computeCharges("standard", { solar_inverter: 15 }, 30)[0]?.amountCents).toBe(33);
  });

  it("applies each step to the devices within it", () => {
    const charges = computeCharges("standard", { heat_pump: 12_000 * 31 }, 31);
    expect(charges.map(({ tierFrom, amountCents }) => [tierFrom, amountCents])).toEqual([
      [1, 95_000],
      [1001, 9000 * 75],
      [10_001, 2000 * 55],
    ]);
  });

  it("charges nothing for nothing", () => {
    expect(computeCharges("standard", {}, 31)).toEqual([]);
  });

  it("prices every device-day exactly once, and no charge is off by more than half a cent", () => {
    const days = fc.integer({ min: 28, max: 31 });
    const usage = fc.integer({ min: 0, max: 3_000_000 * 31 });
    fc.assert(
      fc.property(days, usage, usage, (daysInMonth, heatPumps, wallboxes) => {
        const charges = computeCharges(
          "standard",
          { heat_pump: heatPumps, wallbox: wallboxes },
          daysInMonth,
        );
        const priced = charges.reduce((sum, { deviceDays }) => sum + deviceDays, 0);
        expect(priced).toBe(heatPumps + wallboxes);
        for (const { deviceDays, unitCents, amountCents } of charges) {
          const error = 2n * (BigInt(amountCents * daysInMonth) - BigInt(deviceDays * unitCents));
          expect(error > -BigInt(daysInMonth) && error <= BigInt(daysInMonth)).toBe(true);
        }
        expect(sumCents(charges)).toBe(charges.reduce((sum, line) => sum + line.amountCents, 0));
      }),
    );
  });
});

it("rounds VAT half up, once", () => {
  expect(vatOn(12_345, 2000)).toBe(2469);
  expect(vatOn(13, 2000)).toBe(3);
  expect(vatOn(12, 2000)).toBe(2);
  expect(vatOn(250, 2000)).toBe(50);
  expect(vatOn(99_999, 0)).toBe(0);
});
