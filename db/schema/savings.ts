import { date, doublePrecision, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";
import { organizations } from "./organizations";

/** What a fleet saved lately, computed once a day. */
export const fleetSavings = pgTable("fleet_savings", {
  organizationId: uuid()
    .primaryKey()
    .references(() => organizations.id),
  /** The last day that it is of. */
  lastDay: date({ mode: "string" }).notNull(),
  /** How many devices are optimised and could save, and of how many of them it was computed. */
  devices: integer().notNull(),
  lookedAt: integer().notNull(),
  total: doublePrecision(),
  percentage: doublePrecision(),
  standardError: doublePrecision(),
  countedDays: integer().notNull(),
  /** Days by the reason for which they were left out. */
  leftOut: jsonb().$type<Record<string, number>>().notNull(),
  /** Why the total is null. */
  reason: text(),
  computedAt: moment().notNull(),
});
