import "server-only";
import { and, asc, eq, gte, ilike, lt, type SQL } from "drizzle-orm";
import { invoiceLines, invoices } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { defineQuery } from "@/lib/define-use-case";
import { invoiceReference, listInvoicesInput } from "./billing-schema";
import { hasCardPayments } from "./card-payments";

export type InvoiceState = "open" | "overdue" | "paid";

export function invoiceState(invoice: { state: "open" | "paid"; dueAt: Date }): InvoiceState {
  if (invoice.state === "paid") return "paid";
  return invoice.dueAt < now() ? "overdue" : "open";
}

/** A page of the organization's invoices, the newest first. */
export const listInvoices = defineQuery({
  name: "listInvoices",
  input: listInvoicesInput,
  requires: { action: "read", resource: "billing" },
  async run({ input, transaction }) {
    const { where, orderBy, toPage } = newestFirst(invoices, input);
    const condition = and(
      stateCondition(input.state),
      input.search
        ? ilike(invoices.number, `${input.search.replaceAll(/[%_\\]/g, "")}%`)
        : undefined,
    );
    const found = await transaction
      .select()
      .from(invoices)
      .where(and(condition, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(found, input.size);
    return {
      ...page,
      rows: page.rows.map((invoice) => ({ ...invoice, state: invoiceState(invoice) })),
      total: await countUpToLimit(transaction, invoices, condition),
    };
  },
});

function stateCondition(state: InvoiceState | undefined): SQL | undefined {
  switch (state) {
    case "open":
      return and(eq(invoices.state, "open"), gte(invoices.dueAt, now()));
    case "overdue":
      return and(eq(invoices.state, "open"), lt(invoices.dueAt, now()));
    case "paid":
      return eq(invoices.state, "paid");
    default:
      return undefined;
  }
}

export type Invoice = Awaited<ReturnType<typeof getInvoice>>;

/** One invoice with its lines. */
export const getInvoice = defineQuery({
  name: "getInvoice",
  input: invoiceReference,
  requires: { action: "read", resource: "billing" },
  async run({ input, transaction }) {
    const [invoice] = await transaction.select().from(invoices).where(eq(invoices.id, input.id));
    if (!invoice) throw new NotFound();
    const lines = await transaction
      .select()
      .from(invoiceLines)
      .where(eq(invoiceLines.invoiceId, invoice.id))
      .orderBy(asc(invoiceLines.position));
    return {
      ...invoice,
      state: invoiceState(invoice),
      lines,
      mayPayByCard: invoice.state === "open" && hasCardPayments(),
    };
  },
});
