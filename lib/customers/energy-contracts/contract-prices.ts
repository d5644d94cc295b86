import "server-only";
import type { EnergyPrice } from "@/db/schema";
import { startOfDay } from "@/lib/core/calendar-day";
import { now } from "@/lib/core/clock";
import { findPriceAt, withPrice } from "./energy-prices";
import { type PriceUnit, toWholePrice } from "./price-unit";

type Written = {
  price?: number | null | undefined;
  priceUnit?: PriceUnit | null | undefined;
  priceFrom?: string | null | undefined;
  /** All prices in place of those before. */
  energyPrices?: EnergyPrice[] | undefined;
};

/** The prices of a contract after what a person or client has written. */
export function toPrices(
  before: EnergyPrice[],
  { price, priceUnit, priceFrom, energyPrices }: Written,
  { currency, timeZone }: { currency: string | null; timeZone: string },
): EnergyPrice[] {
  if (energyPrices) return energyPrices;
  if (typeof price !== "number") return before;
  const timestamp = priceFrom ? startOfDay(priceFrom, timeZone) : now().toISOString();
  return withPrice(before, { price: toWholePrice(price, currency, priceUnit), timestamp });
}

export const currentPrice = (prices: EnergyPrice[]): number | null =>
  findPriceAt(prices, now())?.price ?? null;

/** The price that the audit log shows as written; without one, that of today. */
export function writtenPrice(
  { price, priceUnit, energyPrices }: Written,
  before: EnergyPrice[],
  currency: string | null,
): number | null {
  if (energyPrices) return energyPrices.at(-1)?.price ?? null;
  if (typeof price !== "number") return currentPrice(before);
  return toWholePrice(price, currency, priceUnit);
}
