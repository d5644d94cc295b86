import "server-only";
import { DateTime } from "luxon";
import { z } from "@/lib/core/validation/problems";
import type { priceZones } from "../devices/device-settings-schema";
import { isPlausiblePrice, MARKET_TIME_ZONE, type QuarterPrice } from "./quarter-price";
import { levelHours, spreadPrices } from "./spread-prices";

type PriceZone = (typeof priceZones)[number];

/** How Energy-Charts names our price zones. It has no prices of the others. */
const names: Partial<Record<PriceZone, string>> = {
  AT: "AT",
  AT_HOURLY: "AT",
  BE: "BE",
  CH: "CH",
  EE: "EE",
  DE_LU: "DE-LU",
  HU: "HU",
  IT_CNOR: "IT-Centre-North",
  IT_CSUD: "IT-Centre-South",
  IT_NORD: "IT-North",
  IT_SARD: "IT-Sardinia",
  IT_SICI: "IT-Sicily",
  IT_SUD: "IT-South",
  PT: "PT",
  RO: "RO",
  SE_1: "SE1",
  SE_2: "SE2",
  SE_3: "SE3",
  SE_4: "SE4",
};

const MAX_WAIT_MS = 15_000;
/** A month of quarter-hours takes some 100 kB. */
const MAX_ANSWER_BYTES = 1_000_000;
const MAX_POINTS = 5000;

const answer = z.object({
  unix_seconds: z.array(z.number().int().min(0).max(4_102_444_800)).max(MAX_POINTS),
  price: z.array(z.number().nullable()).max(MAX_POINTS),
  unit: z.string(),
});

/** Prices could not be had. The message says why, for the log of the job. */
export class PricesUnavailable extends Error {
  override name = "PricesUnavailable";
}

type Fetched = { quarters: QuarterPrice[]; dropped: number; currency: "EUR"; source: string };

/**
 * Reads day-ahead prices from Energy-Charts (Fraunhofer ISE).
 * @param from the first day, and `until` the last, as YYYY-MM-DD
 * @returns the prices, and how many were left out as implausible; undefined where it has no such zone
 * @throws PricesUnavailable
 */
export async function fetchEnergyCharts(
  baseUrl: string,
  zone: string,
  from: string,
  until: string,
): Promise<Fetched | undefined> {
  const name = Object.entries(names).find(([known]) => known === zone)?.[1];
  if (!name) return undefined;
  const url = new URL("/price", baseUrl);
  url.search = new URLSearchParams({ bzn: name, start: from, end: until }).toString();
  const body = await readBody(url);
  const parsed = answer.safeParse(body);
  if (!parsed.success) throw new PricesUnavailable("the answer has another form");
  const { unix_seconds: times, price: prices, unit } = parsed.data;
  if (!/^EUR\s*\/\s*MWh$/i.test(unit)) throw new PricesUnavailable("prices are not in EUR/MWh");
  if (times.length !== prices.length) throw new PricesUnavailable("a price has no time");
  const named = times.flatMap((seconds, index) => {
    const price = prices[index];
    return price == null ? [] : [{ startsAt: new Date(seconds * 1000), pricePerMwh: price }];
  });
  const quarters = spreadPrices(named);
  if (!quarters) throw new PricesUnavailable("the steps are no quarter-hours");
  const start = DateTime.fromISO(from, { zone: MARKET_TIME_ZONE }).toJSDate();
  const end = DateTime.fromISO(until, { zone: MARKET_TIME_ZONE }).plus({ days: 1 }).toJSDate();
  const asked = quarters.filter(({ startsAt }) => startsAt >= start && startsAt < end);
  const plausible = asked.filter(({ pricePerMwh }) => isPlausiblePrice(pricePerMwh));
  return {
    quarters: zone === "AT_HOURLY" ? levelHours(plausible) : plausible,
    dropped: asked.length - plausible.length,
    currency: "EUR",
    source: "energy-charts",
  };
}

async function readBody(url: URL): Promise<unknown> {
  try {
    const response = await fetch(url, {
      headers: { accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(MAX_WAIT_MS),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new PricesUnavailable(`HTTP ${response.status}`);
    }
    return JSON.parse(await readText(response));
  } catch (error) {
    if (error instanceof PricesUnavailable) throw error;
    throw new PricesUnavailable(error instanceof Error ? error.name : "no answer", {
      cause: error,
    });
  }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_ANSWER_BYTES) throw new PricesUnavailable("the answer is too large");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
