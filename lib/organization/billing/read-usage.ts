import "server-only";
import { asc, between, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { usageDays } from "@/db/schema";
import type { BillingMonth } from "./billing-month";
import type { BilledKind } from "./price-list";

/** Device-days of a month by kind, and the last day that is in them. */
export type MonthUsage = {
  deviceDays: Partial<Record<BilledKind, number>>;
  /** The devices of the last day counted. */
  latest: Partial<Record<BilledKind, number>>;
  lastDay: string | undefined;
  daysCounted: number;
};

/** A month's usage from its daily sums: four rows a day at most, however many devices there are. */
export async function readMonthUsage(
  transaction: Transaction,
  { firstDay, days }: BillingMonth,
): Promise<MonthUsage> {
  const rows = await transaction
    .select()
    .from(usageDays)
    .where(between(usageDays.day, firstDay, `${firstDay.slice(0, 8)}${days}`))
    .orderBy(asc(usageDays.day));
  const lastDay = rows.at(-1)?.day;
  const deviceDays: MonthUsage["deviceDays"] = {};
  const latest: MonthUsage["latest"] = {};
  for (const { kind, devices, day } of rows) {
    deviceDays[kind] = (deviceDays[kind] ?? 0) + devices;
    if (day === lastDay) latest[kind] = devices;
  }
  return { deviceDays, latest, lastDay, daysCounted: new Set(rows.map(({ day }) => day)).size };
}

/** The months that were metered, were over before the given one, and have no invoice; oldest first. */
export async function monthsToInvoice(
  transaction: Transaction,
  organizationId: string,
  before: BillingMonth,
): Promise<string[]> {
  const rows = await queryRows<{ month: string }>(
    transaction,
    sql`
    select distinct to_char(day, 'YYYY-MM') as month from usage_days
    where organization_id = ${organizationId} and day < ${before.firstDay}::date
      and not exists (
        select 1 from invoices
        where invoices.organization_id = usage_days.organization_id
          and invoices.month = date_trunc('month', usage_days.day)::date)
    order by 1`,
  );
  return rows.map(({ month }) => month);
}
