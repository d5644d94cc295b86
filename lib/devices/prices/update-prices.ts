import "server-only";
import { DateTime } from "luxon";
import type { PriceFeed } from "@/db/schema";
import type { System } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { forEveryOrganization } from "@/lib/core/organizations/every-organization";
import { fetchEnergyCharts, PricesUnavailable } from "./energy-charts";
import { MARKET_TIME_ZONE } from "./quarter-price";
import { simulatePrices } from "./simulate-prices";
import { listDaysWithoutPrices, readPriceZonesInUse, storePrices } from "./store-prices";

/** Savings look back so far. */
const MAX_DAYS_BACK = 91;
/** A market publishes the next day's prices at about this hour, central European time. */
const PUBLISHED_AT_HOUR = 13;
const MAX_DAYS_AT_ONCE = 31;

type Wanted = { feed: PriceFeed; zone: string; actor: System };

/**
 * Fetches the day-ahead prices of the zones that devices are in: of tomorrow once they are published, and of days
 * before that lack some. What could be fetched stays.
 * @throws PricesUnavailable when some could not, so that the job is tried again
 */
export async function updatePrices(requestId: string): Promise<void> {
  const wanted = new Map<string, Wanted>();
  await forEveryOrganization(requestId, async (actor) => {
    const { feed, zones } = await readPriceZonesInUse(actor, {});
    for (const zone of zones) wanted.set(`${feed} ${zone}`, { feed, zone, actor });
  });
  const failures: string[] = [];
  for (const one of wanted.values()) {
    try {
      await updatePricesOfZone(one);
    } catch (error) {
      if (!(error instanceof PricesUnavailable)) throw error;
      failures.push(`${one.zone}: ${error.message}`);
    }
  }
  if (failures.length > 0) throw new PricesUnavailable(failures.join("; "));
}

async function updatePricesOfZone({ feed, zone, actor }: Wanted): Promise<void> {
  const { DAY_AHEAD_PRICES: provider } = environment();
  if (feed === "market" && provider !== "energy-charts") return;
  const present = DateTime.fromJSDate(now(), { zone: MARKET_TIME_ZONE });
  const last = present.hour < PUBLISHED_AT_HOUR ? present : present.plus({ days: 1 });
  const dayOf = (at: DateTime) => at.toFormat("yyyy-MM-dd");
  const missing = await listDaysWithoutPrices(actor, {
    ...{ feed, priceZone: zone },
    from: dayOf(present.minus({ days: MAX_DAYS_BACK })),
    until: dayOf(last),
  });
  for (const { from, until } of spansOf(missing)) {
    const fetched = await readPrices(feed, zone, from, until);
    if (!fetched) return;
    const { quarters, dropped, currency, source } = fetched;
    if (dropped > 0) log.warn({ zone, from, until, dropped }, "implausible prices were left out");
    await storePrices(actor, { feed, priceZone: zone, currency, source, prices: quarters });
  }
}

/** Stretches of days that are asked for at once. */
function spansOf(days: readonly string[]): { from: string; until: string }[] {
  const spans: { from: string; until: string }[] = [];
  for (const day of days) {
    const span = spans.at(-1);
    const length = span ? daysBetween(span.from, day) : Number.POSITIVE_INFINITY;
    if (span && length < MAX_DAYS_AT_ONCE) span.until = day;
    else spans.push({ from: day, until: day });
  }
  return spans;
}

const daysBetween = (from: string, until: string) =>
  (Date.parse(until) - Date.parse(from)) / 86_400_000;

function readPrices(feed: PriceFeed, zone: string, from: string, until: string) {
  if (feed === "market") {
    return fetchEnergyCharts(environment().ENERGY_CHARTS_URL, zone, from, until);
  }
  const start = DateTime.fromISO(from, { zone: MARKET_TIME_ZONE });
  const end = DateTime.fromISO(until, { zone: MARKET_TIME_ZONE }).plus({ days: 1 });
  const quarters = simulatePrices(zone, start.toJSDate(), end.toJSDate());
  return { quarters, dropped: 0, currency: "EUR", source: "simulated" };
}
