import { doublePrecision, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** Prices of the market, or the made-up ones of sandboxes and the demo. */
export const priceFeeds = ["market", "simulated"] as const;

export type PriceFeed = (typeof priceFeeds)[number];

/**
 * The day-ahead price of each quarter-hour in a price zone. Belongs to no tenant: a market has the same price for all.
 */
export const dayAheadPrices = pgTable(
  "day_ahead_prices",
  {
    feed: text({ enum: priceFeeds }).notNull(),
    priceZone: text().notNull(),
    startsAt: moment().notNull(),
    pricePerMwh: doublePrecision().notNull(),
    /** ISO 4217. */
    currency: text().notNull(),
    source: text().notNull(),
    fetchedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.feed, table.priceZone, table.startsAt] })],
);
