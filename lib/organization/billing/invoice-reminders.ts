import "server-only";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { billingAccounts, invoices } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { notifyBillingContacts } from "./notify-billing-contacts";

/** Days after the due date at which an open invoice is reminded of, and at last given notice. */
export const dunningDays = [3, 17, 31] as const;

/** Moves overdue invoices on by one dunning level where it is time, and mails the billing contacts. */
export const remindOfInvoices = defineCommand({
  name: "remindOfInvoices",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const [account] = await transaction.select().from(billingAccounts);
    const audit: AuditEntry[] = [];
    for (const [index, days] of dunningDays.entries()) {
      const level = index + 1;
      const overdue = await transaction
        .update(invoices)
        .set({ dunningLevel: level, dunnedAt: now() })
        .where(
          and(
            eq(invoices.state, "open"),
            eq(invoices.dunningLevel, index),
            lt(invoices.dueAt, DateTime.fromJSDate(now()).minus({ days }).toJSDate()),
            // One step a day: after a month of outage not all of them are sent at once.
            or(
              isNull(invoices.dunnedAt),
              lt(invoices.dunnedAt, DateTime.fromJSDate(now()).minus({ hours: 20 }).toJSDate()),
            ),
          ),
        )
        .returning();
      for (const invoice of overdue) {
        await notifyBillingContacts(
          transaction,
          account?.contacts ?? [],
          level === dunningDays.length ? "invoice-last-notice" : "invoice-reminder",
          invoice,
        );
        audit.push({
          action: "invoice.reminded",
          target: { type: "invoice", id: invoice.id, name: invoice.number },
          changes: { dunningLevel: { before: index, after: level } },
        });
      }
    }
    return { result: { reminded: audit.length }, audit };
  },
});

/**
 * Writes down that an invoice has been paid in full. Told twice, it stands once.
 * @returns whether an open invoice was found that fits
 */
export const recordPayment = defineCommand({
  name: "recordPayment",
  input: z.object({
    invoice: z.union([z.object({ id: z.uuid() }), z.object({ number: z.string().max(40) })]),
    by: z.enum(["transfer", "card"]),
    reference: z.string().max(255),
    /** What was paid, where the payer's bank or card processor says so. */
    amountCents: z.number().int().optional(),
  }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    const { invoice: named, by, reference, amountCents } = input;
    const [invoice] = await transaction
      .update(invoices)
      .set({ state: "paid", paidAt: now(), paidBy: by, paymentReference: reference })
      .where(
        and(
          "id" in named ? eq(invoices.id, named.id) : eq(invoices.number, named.number),
          eq(invoices.state, "open"),
          amountCents === undefined ? undefined : sql`${invoices.grossCents} = ${amountCents}`,
        ),
      )
      .returning();
    if (!invoice) return { result: { isPaid: false }, audit: [] };
    const [account] = await transaction.select().from(billingAccounts);
    await notifyBillingContacts(transaction, account?.contacts ?? [], "invoice-paid", invoice);
    return {
      result: { isPaid: true },
      audit: [
        {
          action: "invoice.paid",
          target: { type: "invoice", id: invoice.id, name: invoice.number },
          changes: {
            state: { before: "open", after: "paid" },
            paidBy: { before: null, after: by },
          },
        },
      ],
    };
  },
});
