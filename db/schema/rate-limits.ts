import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** Counters of the limits in lib/identity/auth/rate-limits.ts, and known networks. Belongs to no tenant: keys are hashes, checked before login. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: moment(),
});
