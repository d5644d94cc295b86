import "server-only";
import { eq, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { billingAccounts, type InvoiceParty, invoiceLines, invoices } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { type BillingMonth, billingMonth, currentMonth } from "./billing-month";
import { type Charge, computeCharges, sumCents, vatOn } from "./charges";
import { notifyBillingContacts } from "./notify-billing-contacts";
import { monthsToInvoice, readMonthUsage } from "./read-usage";
import { findSeller, type Seller } from "./seller";
import { vatTreatmentOf } from "./vat";

export const paymentTermDays = 14;

type Account = typeof billingAccounts.$inferSelect;

/**
 * Writes the invoices of all months that are over and have none, oldest first. The account's row is
 * locked while numbers are given, so that they follow each other without a gap. Without a seller, or
 * before the billing details are complete, nothing is written and nothing is lost: the months wait.
 */
export const issueDueInvoices = defineCommand({
  name: "issueDueInvoices",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, transaction }) {
    const seller = findSeller();
    const [account] = await transaction.select().from(billingAccounts).for("no key update");
    const organization = await getOrganization(transaction);
    const audit: AuditEntry[] = [];
    const customer = account && customerOf(account);
    if (!seller || !organization || !customer) {
      return { result: { issued: 0 }, audit };
    }
    const present = currentMonth(organization.timeZone);
    for (const name of await monthsToInvoice(transaction, actor.organizationId, present)) {
      const month = billingMonth(name);
      const usage = await readMonthUsage(transaction, month);
      const charges = computeCharges(account.plan, usage.deviceDays, month.days);
      if (charges.length === 0) continue;
      audit.push(await issue(transaction, { account, customer, seller, month, charges }));
    }
    return { result: { issued: audit.length }, audit };
  },
});

type Due = {
  account: Account;
  customer: InvoiceParty;
  seller: Seller;
  month: BillingMonth;
  charges: Charge[];
};

async function issue(transaction: Transaction, due: Due): Promise<AuditEntry> {
  const { account, customer, seller, month, charges } = due;
  const { organizationId } = account;
  const [counted] = await transaction
    .update(billingAccounts)
    .set({ invoiceCount: sql`${billingAccounts.invoiceCount} + 1` })
    .where(eq(billingAccounts.organizationId, organizationId))
    .returning({ count: billingAccounts.invoiceCount });
  const { vatBasisPoints, ...party } = seller;
  const vatTreatment = vatTreatmentOf(seller, customer);
  const basisPoints = vatTreatment === "domestic" ? vatBasisPoints : 0;
  const netCents = sumCents(charges);
  const vatCents = vatOn(netCents, basisPoints);
  const [invoice] = await transaction
    .insert(invoices)
    .values({
      organizationId,
      number: `${account.customerNumber}-${String(counted?.count).padStart(4, "0")}`,
      month: month.firstDay,
      plan: account.plan,
      seller: party,
      customer,
      purchaseOrderNumber: account.purchaseOrderNumber,
      netCents,
      vatTreatment,
      vatBasisPoints: basisPoints,
      vatCents,
      grossCents: netCents + vatCents,
      createdAt: now(),
      dueAt: DateTime.fromJSDate(now()).plus({ days: paymentTermDays }).toJSDate(),
    })
    .returning();
  if (!invoice) throw new Error("The insert returned no row.");
  await transaction.insert(invoiceLines).values(
    charges.map((charge, index) => ({
      organizationId,
      invoiceId: invoice.id,
      position: index + 1,
      ...charge,
    })),
  );
  await notifyBillingContacts(transaction, account.contacts, "invoice-issued", invoice);
  return {
    action: "invoice.issued",
    target: { type: "invoice", id: invoice.id, name: invoice.number },
    changes: { grossCents: { before: null, after: invoice.grossCents } },
  };
}

/** Whom an invoice would be for; undefined while the details are incomplete. */
export function customerOf(account: Account): InvoiceParty | undefined {
  const { companyName, streetAndNumber, zipCode, town, country, vatId } = account;
  if (!companyName || !streetAndNumber || !zipCode || !town || !country) return undefined;
  return {
    name: companyName,
    addressLines: [streetAndNumber, `${zipCode} ${town}`],
    country,
    vatId,
  };
}
