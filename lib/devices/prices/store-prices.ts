import "server-only";
import { isNotNull, sql } from "drizzle-orm";
import { queryRows } from "@/db/query-rows";
import { devices, priceFeeds } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { getPriceFeed } from "./price-feed";
import { MARKET_TIME_ZONE } from "./quarter-price";

const zoneOfFeed = { feed: z.enum(priceFeeds), priceZone: z.string().min(1).max(20) };

/** The price zones of the organization's devices, and whose prices count for it. */
export const readPriceZonesInUse = defineQuery({
  name: "readPriceZonesInUse",
  input: z.object({}),
  requires: { action: "read", resource: "maintenance" },
  async run({ transaction }) {
    const rows = await transaction
      .selectDistinct({ zone: devices.priceZone })
      .from(devices)
      .where(isNotNull(devices.priceZone));
    const zones = rows.flatMap(({ zone }) => (zone === null ? [] : [zone]));
    return { feed: await getPriceFeed(transaction), zones };
  },
});

/** The market's days between two, both included, of which some quarter-hour has no price. */
export const listDaysWithoutPrices = defineQuery({
  name: "listDaysWithoutPrices",
  input: z.object({ ...zoneOfFeed, from: z.iso.date(), until: z.iso.date() }),
  requires: { action: "read", resource: "maintenance" },
  async run({ input, transaction }) {
    const rows = await queryRows<{ day: string }>(
      transaction,
      sql`
      select to_char(d.day, 'YYYY-MM-DD') as day
      from generate_series(${input.from}::timestamp, ${input.until}::timestamp, interval '1 day') d (day)
      cross join lateral (
        select count(*) as known from day_ahead_prices p
        where p.feed = ${input.feed} and p.price_zone = ${input.priceZone}
          and p.starts_at >= d.day at time zone ${MARKET_TIME_ZONE}
          and p.starts_at < (d.day + interval '1 day') at time zone ${MARKET_TIME_ZONE}) p
      where p.known < extract(epoch from (d.day + interval '1 day') at time zone ${MARKET_TIME_ZONE}
        - d.day at time zone ${MARKET_TIME_ZONE}) / 900
      order by 1`,
    );
    return rows.map(({ day }) => day);
  },
});

const quarter = z.object({ startsAt: z.date(), pricePerMwh: z.number() });

/** More than a month of quarter-hours. */
const MAX_PRICES = 5000;

/** Keeps prices, those that are there already by what they are now. */
export const storePrices = defineCommand({
  name: "storePrices",
  input: z.object({
    ...zoneOfFeed,
    currency: z.string().length(3),
    source: z.string().min(1).max(50),
    prices: z.array(quarter).max(MAX_PRICES),
  }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    const { feed, priceZone, currency, source, prices } = input;
    const given = JSON.stringify(
      prices.map(({ startsAt, pricePerMwh }) => ({
        starts_at: startsAt,
        price_per_mwh: pricePerMwh,
      })),
    );
    const rows = await queryRows(
      transaction,
      sql`
      insert into day_ahead_prices as kept (feed, price_zone, starts_at, price_per_mwh, currency, source, fetched_at)
      select distinct on (starts_at) ${feed}, ${priceZone}, starts_at, price_per_mwh, ${currency}, ${source}, ${now().toISOString()}::timestamptz
      from jsonb_to_recordset(${given}::jsonb) given (starts_at timestamptz, price_per_mwh float8)
      order by starts_at
      on conflict (feed, price_zone, starts_at) do update set price_per_mwh = excluded.price_per_mwh,
        currency = excluded.currency, source = excluded.source, fetched_at = excluded.fetched_at
      where (kept.price_per_mwh, kept.currency, kept.source)
        is distinct from (excluded.price_per_mwh, excluded.currency, excluded.source)
      returning starts_at`,
    );
    return { result: { written: rows.length }, audit: [] };
  },
});
