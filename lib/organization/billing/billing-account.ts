import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { billingAccounts } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { Conflict } from "@/lib/core/errors";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { requirePostalCode } from "@/lib/core/validation/postal-code";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { currentMonth, today } from "./billing-month";
import { updateBillingAccountInput } from "./billing-schema";
import { computeCharges, sumCents } from "./charges";
import { customerOf } from "./issue-invoices";
import { priceLists } from "./price-list";
import { readMonthUsage } from "./read-usage";
import { findSeller } from "./seller";

/** Plan, prices, the month so far with what it will come to, and who pays. */
export const getBilling = defineQuery({
  name: "getBilling",
  input: z.object({}),
  requires: { action: "read", resource: "billing" },
  async run({ transaction }) {
    const organization = await getOrganization(transaction);
    const [account] = await transaction.select().from(billingAccounts);
    const plan = account?.plan ?? "standard";
    const month = currentMonth(organization.timeZone);
    const usage = await readMonthUsage(transaction, month);
    const daysAhead = month.days - Number(today(organization.timeZone).slice(8));
    const atMonthsEnd = Object.fromEntries(
      Object.entries(usage.deviceDays).map(([kind, days]) => [
        kind,
        days + (usage.latest[kind as keyof typeof usage.latest] ?? 0) * daysAhead,
      ]),
    );
    const charges = computeCharges(plan, usage.deviceDays, month.days);
    return {
      plan,
      prices: priceLists[plan],
      month,
      usage,
      charges,
      netCents: sumCents(charges),
      /** What the month comes to if every device that was connected last stays so. */
      forecastCents: sumCents(computeCharges(plan, atMonthsEnd, month.days)),
      account,
      isComplete: account !== undefined && customerOf(account) !== undefined,
      isBilled: findSeller() !== undefined && organization.environment === "production",
      isSandbox: organization.environment === "sandbox",
    };
  },
});

/** @throws Conflict `changedMeanwhile` when another admin wrote since the given version was read */
export const updateBillingAccount = defineCommand({
  name: "updateBillingAccount",
  input: updateBillingAccountInput,
  requiresStepUp: true,
  requires: { action: "update", resource: "billing" },
  async run({ actor, input, transaction }) {
    const { version, ...fields } = input;
    const { organizationId } = actor;
    const [before] = await transaction.select().from(billingAccounts).for("no key update");
    if ((before?.version ?? 0) !== version) throw new Conflict("changedMeanwhile");
    requirePostalCode(fields, before);
    if (before) {
      await transaction
        .update(billingAccounts)
        .set({ ...fields, version: sql`${billingAccounts.version} + 1` })
        .where(
          and(
            eq(billingAccounts.organizationId, organizationId),
            eq(billingAccounts.version, version),
          ),
        );
    } else {
      await transaction.insert(billingAccounts).values({ organizationId, ...fields });
    }
    return {
      result: undefined,
      audit: [
        {
          action: "billing.updated",
          target: { type: "billing-account", id: organizationId, name: fields.companyName },
          changes: changesBetween(before ?? {}, fields),
        },
      ],
    };
  },
});
