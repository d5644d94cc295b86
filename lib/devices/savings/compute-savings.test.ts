import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  computeSavings,
  type DayOfDevice,
  MIN_REFERENCE_DAYS,
  REFERENCE_WINDOW_DAYS,
  sumUpSavings,
} from "./compute-savings";

const clocks = Array.from({ length: 24 }, (_, clock) => clock);
/** In spring the hour from two is missing, in autumn it is there twice. */
const clocksOf = {
  23: clocks.filter((clock) => clock !== 2),
  24: clocks,
  25: clocks.flatMap((clock) => (clock === 2 ? [2, 2] : [clock])),
};
type Length = keyof typeof clocksOf;

const dayNumber = (number: number) =>
  new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

type Options = { isOptimized?: boolean | null; coverage?: number | null; length?: Length };

/** A day on which each hour of the clock takes and costs what it is given. */
const dayOf = (
  number: number,
  energyAt: (clock: number) => number,
  priceAt: (clock: number) => number | null,
  { isOptimized = false, coverage = 1, length = 24 }: Options = {},
): DayOfDevice => ({
  day: dayNumber(number),
  isOptimized,
  coverage,
  hours: clocksOf[length].map((clock) => ({
    clock,
    energyWh: energyAt(clock),
    pricePerMwh: priceAt(clock),
  })),
});

const tenDays = Array.from({ length: 10 }, (_, number) => number);
const cheapAtNight = (clock: number) => (clock < 6 ? 20 : 120);
const flat = () => 500;
const last = <Item>(items: readonly Item[]): Item => {
  const item = items.at(-1);
  if (item === undefined) throw new Error("There is none.");
  return item;
};

const shapes = fc.array(fc.double({ min: 0.01, max: 5, noNaN: true }), {
  minLength: 24,
  maxLength: 24,
});
const prices = fc.array(fc.double({ min: -500, max: 4000, noNaN: true }), {
  minLength: 24,
  maxLength: 24,
});
const lengths = fc.constantFrom<Length>(23, 24, 25);
const scales = fc.double({ min: 0.1, max: 20, noNaN: true });

describe("what an optimised day saved", () => {
  it("is nothing when it was used like the days without optimisation", () => {
    fc.assert(
      fc.property(shapes, prices, scales, lengths, (shape, price, scale, length) => {
        const at = (clock: number) => (shape[clock] ?? 0) * 1000;
        const priceAt = (clock: number) => price[clock] ?? 0;
        const days = [
          ...tenDays.map((number) => dayOf(number, at, priceAt)),
          dayOf(10, (clock) => at(clock) * scale, priceAt, { isOptimized: true, length }),
        ];
        const { total } = sumUpSavings([computeSavings(days)]);
        expect(total).toBeCloseTo(0, 6);
      }),
    );
  });

  it("is positive when energy moved from dearer hours to cheaper ones", () => {
    fc.assert(
      fc.property(
        shapes,
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        lengths,
        (shape, moved, length) => {
          const at = (clock: number) => (shape[clock] ?? 0) * 1000;
          // What the dearer hours take less is taken in those before six.
          const shifted = (clock: number) => at(clock) * (clock < 6 ? 1 + moved : 1 - moved / 2);
          const days = [
            ...tenDays.map((number) => dayOf(number, at, cheapAtNight)),
            dayOf(10, shifted, cheapAtNight, { isOptimized: true, length }),
          ];
          const { total, percentage } = sumUpSavings([computeSavings(days)]);
          expect(total).toBeGreaterThan(0);
          expect(percentage).toBeGreaterThan(0);
        },
      ),
    );
  });

  it("compares the same energy, on days of 23, 24 and 25 hours", () => {
    fc.assert(
      fc.property(shapes, shapes, lengths, (usual, optimised, length) => {
        // At one price for all hours, what an energy costs says how much it is.
        const at = (shape: number[]) => (clock: number) => (shape[clock] ?? 0) * 1000;
        const days = [
          ...tenDays.map((number) => dayOf(number, at(usual), () => 100)),
          dayOf(10, at(optimised), () => 100, { isOptimized: true, length }),
        ];
        const day = last(computeSavings(days));
        if (day.outcome !== "counted") throw new Error(day.outcome);
        expect(day.baseline).toBeCloseTo((day.energyWh * 100) / 1_000_000, 6);
        expect(day.actual).toBeCloseTo(day.baseline, 6);
      }),
    );
  });

  it("is negative when the device took its energy in dearer hours than usual", () => {
    const days = [
      ...tenDays.map((number) => dayOf(number, flat, cheapAtNight)),
      dayOf(10, (clock) => (clock < 6 ? 0 : 500), cheapAtNight, { isOptimized: true }),
    ];
    expect(sumUpSavings([computeSavings(days)]).total).toBeLessThan(0);
  });
});

describe("a day is left out", () => {
  const usual = tenDays.map((number) => dayOf(number, flat, cheapAtNight));
  const outcomeAfter = (reference: readonly DayOfDevice[], day: DayOfDevice) =>
    last(computeSavings([...reference, day])).outcome;
  const optimised = (options: Options = {}, priceAt: (clock: number) => number | null = () => 1) =>
    dayOf(10, flat, priceAt, { isOptimized: true, ...options });

  it("when nobody knows whether it was optimised", () => {
    expect(outcomeAfter(usual, optimised({ isOptimized: null }))).toBe("unknown");
  });

  it.each([[0.899], [null]])("when %s of it was measured", (coverage) => {
    expect(outcomeAfter(usual, optimised({ coverage }))).toBe("unmeasured");
    expect(outcomeAfter(usual, optimised({ coverage: 0.9 }))).toBe("counted");
  });

  it("when the price of an hour is not known", () => {
    expect(
      outcomeAfter(
        usual,
        optimised({}, (clock) => (clock === 7 ? null : 1)),
      ),
    ).toBe("unpriced");
  });

  it("when too few days without optimisation came before it", () => {
    expect(outcomeAfter(usual.slice(0, MIN_REFERENCE_DAYS), optimised())).toBe("counted");
    expect(outcomeAfter(usual.slice(0, MIN_REFERENCE_DAYS - 1), optimised())).toBe("unreferenced");
    const badly = usual.map((day) => ({ ...day, coverage: 0.5 }));
    expect(outcomeAfter(badly, optimised())).toBe("unreferenced");
  });

  it("when those days are too long ago", () => {
    const daysAgo = (days: number) => ({
      ...optimised(),
      day: dayNumber(MIN_REFERENCE_DAYS - 1 + days),
    });
    const seven = usual.slice(0, MIN_REFERENCE_DAYS);
    // The oldest of the seven lies six days before the newest.
    expect(outcomeAfter(seven, daysAgo(REFERENCE_WINDOW_DAYS - 6))).toBe("counted");
    expect(outcomeAfter(seven, daysAgo(REFERENCE_WINDOW_DAYS - 5))).toBe("unreferenced");
  });

  it("and is counted by its reason, while days without optimisation are not", () => {
    const days = computeSavings([...usual, optimised({ isOptimized: null })]);
    expect(sumUpSavings([days])).toMatchObject({
      ...{ total: null, percentage: null, standardError: null, countedDays: 0 },
      leftOut: { unknown: 1, unmeasured: 0, unpriced: 0, unreferenced: 0 },
    });
  });
});

describe("the standard error", () => {
  /** Every second day is used at night, the others by day. */
  const irregular = tenDays.map((number) =>
    dayOf(number, (clock) => (clock < 6 === (number % 2 === 0) ? 500 : 250), cheapAtNight),
  );
  const optimisedDays = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      dayOf(10 + index, flat, cheapAtNight, { isOptimized: true }),
    );
  const errorOf = (reference: DayOfDevice[], count: number) =>
    sumUpSavings([computeSavings([...reference, ...optimisedDays(count)])]).standardError ?? 0;

  it("is nothing for a device that is used the same way every day", () => {
    const usual = tenDays.map((number) => dayOf(number, flat, cheapAtNight));
    expect(errorOf(usual, 1)).toBeCloseTo(0, 9);
    expect(errorOf(irregular, 1)).toBeGreaterThan(0.01);
  });

  it("is that of foretelling each day without optimisation by the others", () => {
    const sevenFlat = Array.from({ length: 7 }, (_, number) => dayOf(number, flat, cheapAtNight));
    const atNight = dayOf(7, (clock) => (clock < 6 ? 2000 : 0), cheapAtNight);
    const optimised = dayOf(8, flat, cheapAtNight, { isOptimized: true });
    const { standardError } = sumUpSavings([computeSavings([...sevenFlat, atNight, optimised])]);
    // Flat days cost 95 a MWh and the one at night 20; by the others they were 84.29 and 95.
    const perMwh = Math.sqrt(((95 - 20) ** 2 + 7 * (95 - 84.285714) ** 2) / 7);
    expect(standardError).toBeCloseTo(0.012 * perMwh * Math.sqrt(1 + 1 / 8), 6);
  });

  it("grows more slowly than the number of days, but faster than its root", () => {
    const [one, nine] = [errorOf(irregular, 1), errorOf(irregular, 9)];
    expect(nine).toBeGreaterThan(3 * one);
    expect(nine).toBeLessThan(9 * one);
  });
});
