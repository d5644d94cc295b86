import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { downloadHeaders } from "@/app/_server/download";
import { routeHandler } from "@/app/_server/route-handler";
import { requireMember } from "@/app/_server/viewer";
import type { Messages } from "@/lib/core/i18n/messages";
import { getInvoice } from "@/lib/organization/billing/read-invoices";
import { writeInvoicePdf } from "@/lib/organization/billing/write-invoice";
import { describeVat, moneyOf, monthOf } from "../../../wording";

type Context = { params: Promise<{ id: string }> };

/** An invoice as the PDF to file. */
export const GET = routeHandler(async (_, { params }: Context) => {
  const { actor } = await requireMember();
  const invoice = await getInvoice(actor, await params);
  const t = await getTranslations("billing");
  const format = await getFormatter();
  const { billing } = (await getMessages()) as Messages;
  const pdf = await writeInvoicePdf(invoice, {
    words: billing.invoice,
    kinds: billing.kinds,
    ...describeVat(t, format, invoice),
    month: monthOf(format, invoice.month),
    day: (value) => format.dateTime(value, "day"),
    money: (cents) => moneyOf(format, cents, invoice.currency),
    quantity: (value) => format.number(value, { maximumFractionDigits: 2 }),
    tier: (from, upTo) => (upTo === null ? t("tierOpen", { from }) : t("tier", { from, upTo })),
  });
  return new Response(new Uint8Array(pdf), {
    headers: downloadHeaders(`invoice-${invoice.number}.pdf`, "application/pdf"),
  });
});
