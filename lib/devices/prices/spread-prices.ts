import { type QuarterPrice, quarterMs } from "./quarter-price";

type Point = { startsAt: Date; pricePerMwh: number };

const hourMs = 3_600_000;

/**
 * Prices of quarter-hours from those of a market, whose steps are hours or quarter-hours, perhaps both. A step is as
 * long as the shorter of the distances to its neighbours, and at most an hour.
 * @returns undefined when the steps are none of a market
 */
export function spreadPrices(points: readonly Point[]): QuarterPrice[] | undefined {
  const sorted = points.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const times = sorted.map(({ startsAt }) => startsAt.getTime());
  const distance = (index: number) => {
    const [one, other] = [times[index], times[index + 1]];
    return one === undefined || other === undefined ? hourMs : other - one;
  };
  const quarters: QuarterPrice[] = [];
  for (const [index, { startsAt, pricePerMwh }] of sorted.entries()) {
    const step = Math.min(distance(index - 1), distance(index), hourMs);
    if (step <= 0 || step % quarterMs !== 0 || startsAt.getTime() % quarterMs !== 0) {
      return undefined;
    }
    for (let passed = 0; passed < step; passed += quarterMs) {
      quarters.push({ startsAt: new Date(startsAt.getTime() + passed), pricePerMwh });
    }
  }
  return quarters;
}

/** What an hour costs where a zone's contracts have one price an hour: the mean of its quarter-hours. */
export function levelHours(quarters: readonly QuarterPrice[]): QuarterPrice[] {
  const hours = new Map<number, { sum: number; count: number }>();
  const hourOf = ({ startsAt }: QuarterPrice) => Math.floor(startsAt.getTime() / hourMs);
  for (const quarter of quarters) {
    const { sum, count } = hours.get(hourOf(quarter)) ?? { sum: 0, count: 0 };
    hours.set(hourOf(quarter), { sum: sum + quarter.pricePerMwh, count: count + 1 });
  }
  return quarters.map((quarter) => {
    const { sum, count } = hours.get(hourOf(quarter)) ?? { sum: quarter.pricePerMwh, count: 1 };
    return { startsAt: quarter.startsAt, pricePerMwh: sum / count };
  });
}
