/** What a MWh costs in a quarter-hour. */
export type QuarterPrice = { startsAt: Date; pricePerMwh: number };

export const quarterMs = 900_000;

/** The harmonised limits of the European day-ahead market, in EUR. */
const MIN_PRICE_PER_MWH = -500;
const MAX_PRICE_PER_MWH = 4000;

export const isPlausiblePrice = (pricePerMwh: number): boolean =>
  pricePerMwh >= MIN_PRICE_PER_MWH && pricePerMwh <= MAX_PRICE_PER_MWH;

/** Markets trade days of central European time. */
export const MARKET_TIME_ZONE = "Europe/Brussels";
