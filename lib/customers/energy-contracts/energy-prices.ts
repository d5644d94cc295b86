import type { EnergyPrice } from "@/db/schema/buildings";

const byMoment = (one: EnergyPrice, other: EnergyPrice) =>
  Date.parse(one.timestamp) - Date.parse(other.timestamp);

/** The price that holds at a moment; before the first one there is none. */
export function findPriceAt(prices: EnergyPrice[], moment: Date): EnergyPrice | undefined {
  return prices
    .filter(({ timestamp }) => Date.parse(timestamp) <= moment.getTime())
    .sort(byMoment)
    .at(-1);
}

/** Prices that are known already and hold later, the next one first. */
export function listComingPrices(prices: EnergyPrice[], moment: Date): EnergyPrice[] {
  return prices.filter(({ timestamp }) => Date.parse(timestamp) > moment.getTime()).sort(byMoment);
}

/**
 * The prices of a contract once another one holds from a moment on. It replaces one of the same moment, and is left
 * out where it changes nothing.
 */
export function withPrice(prices: EnergyPrice[], added: EnergyPrice): EnergyPrice[] {
  const start = new Date(added.timestamp);
  const others = prices.filter(({ timestamp }) => Date.parse(timestamp) !== start.getTime());
  const isSame = findPriceAt(others, start)?.price === added.price;
  return isSame ? others : [...others, added].sort(byMoment);
}
