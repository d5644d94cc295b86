import { DateTime } from "luxon";
import { between, wave } from "../simulator/chance";
import { MARKET_TIME_ZONE, type QuarterPrice, quarterMs } from "./quarter-price";

/** What a price is at each of these hours of the day, as a share of the day's level. */
const shape: [hour: number, share: number][] = [
  [0, 0.7],
  [3, 0.6],
  [5, 0.7],
  [8, 1.3],
  [11, 0.65],
  [13, 0.45],
  [15, 0.65],
  [17, 1.3],
  [19, 1.85],
  [21, 1.2],
  [24, 0.7],
];

/**
 * A price in EUR/MWh that a market could have had: cheap at midday and at night, dear in the evening, and below zero
 * around noon on sunny weekends. Always the same for the same zone and moment.
 */
export function simulatePrice(zone: string, at: Date): number {
  const local = DateTime.fromJSDate(at, { zone: MARKET_TIME_ZONE });
  const day = `${zone} ${local.toISODate()}`;
  const clock = local.hour + local.minute / 60;
  const winter = Math.cos(((local.ordinal - 15) / 365) * 2 * Math.PI);
  const level = (75 + 20 * winter) * between(0.75, 1.25, day, "level");
  const isWeekend = local.weekday > 5;
  const noon = Math.exp(-(((clock - 13) / 2) ** 2));
  const sun = (45 - 30 * winter) * between(0, isWeekend ? 1.6 : 0.8, day, "sun") * noon;
  const flicker = (wave(`${zone} price`, at.getTime(), 2 * quarterMs) - 0.5) * 8;
  const price = level * (isWeekend ? 0.85 : 1) * shareAt(clock) - sun + flicker;
  return Math.round(price * 100) / 100;
}

function shareAt(clock: number): number {
  const next = shape.findIndex(([hour]) => hour > clock);
  const [start, before] = shape[next - 1] ?? [0, 1];
  const [end, after] = shape[next] ?? [24, before];
  return before + ((after - before) * (clock - start)) / (end - start);
}

/** The made-up prices of all quarter-hours between two moments. */
export function simulatePrices(zone: string, from: Date, until: Date): QuarterPrice[] {
  const count = Math.max(0, Math.floor((until.getTime() - from.getTime()) / quarterMs));
  return Array.from({ length: count }, (_, index) => {
    const startsAt = new Date(from.getTime() + index * quarterMs);
    return { startsAt, pricePerMwh: simulatePrice(zone, startsAt) };
  });
}
