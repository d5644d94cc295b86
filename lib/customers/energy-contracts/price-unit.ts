/**
 * Above this a kilowatt-hour is not sold: the price may have been written in hundredths of the currency. Currencies
 * without hundredths in use, and those that are not listed, are not asked about.
 */
const plausiblePrices: Record<string, number> = {
  BGN: 4,
  CHF: 2,
  CZK: 50,
  DKK: 20,
  EUR: 2,
  GBP: 2,
  NOK: 20,
  PLN: 10,
  RON: 10,
  SEK: 20,
  USD: 2,
};

/** Whole: of the currency. */
export const priceUnits = ["cents", "whole"] as const;
export type PriceUnit = (typeof priceUnits)[number];

export const isPlausiblePrice = (price: number, currency: string | null | undefined): boolean =>
  price <= (plausiblePrices[(currency ?? "").toUpperCase()] ?? Number.POSITIVE_INFINITY);

/** An amount of hundredths in the currency itself, without what binary numbers add to it. */
export const centsToWhole = (cents: number): number => Number((cents / 100).toFixed(8));

/** The price that a person means, once they have said in what it is written. */
export function toWholePrice(
  price: number,
  currency: string | null | undefined,
  unit: PriceUnit | null | undefined,
): number {
  return unit === "cents" && !isPlausiblePrice(price, currency) ? centsToWhole(price) : price;
}

const currencies: Record<string, string> = {
  CH: "CHF",
  CZ: "CZK",
  DK: "DKK",
  GB: "GBP",
  HU: "HUF",
  LI: "CHF",
  NO: "NOK",
  PL: "PLN",
  RO: "RON",
  SE: "SEK",
};

/** The currency in which a country's energy is sold: the euro where it is not known to be another. */
export const currencyOf = (country: string): string => currencies[country] ?? "EUR";
