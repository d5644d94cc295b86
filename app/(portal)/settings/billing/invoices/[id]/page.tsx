import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { getInvoice, type Invoice } from "@/lib/organization/billing/read-invoices";
import { PayByCardForm } from "../../billing-forms";
import { ChargesTable } from "../../charges-table";
import { InvoiceBadge } from "../../invoice-badge";
import { describeVat, monthOf } from "../../wording";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("billing"))("invoice.title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ paid?: string }>;
};

export default async function InvoicePage({ params, searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("billing");
  const settings = await getTranslations("settings");
  const format = await getFormatter();
  const invoice = await withErrorPages(async () => getInvoice(actor, await params));
  const { vatLabel, vatNote } = describeVat(t, format, invoice);
  const { paid } = await searchParams;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={`${t("invoice.title")} ${invoice.number}`}
        badge={<InvoiceBadge state={invoice.state} />}
        crumbs={[
          { label: settings("title"), href: "/settings" },
          { label: t("title"), href: "/settings/billing" },
        ]}
        actions={
          <a
            href={`/settings/billing/invoices/${invoice.id}/pdf`}
            download
            className={buttonClasses({})}
          >
            <Download aria-hidden className="size-4" />
            {t("pdf")}
          </a>
        }
      />
      {paid !== undefined && invoice.state !== "paid" && <Notice>{t("paidThanks")}</Notice>}
      <Card>
        <DescriptionList
          items={[
            { label: t("invoice.period"), value: monthOf(format, invoice.month) },
            { label: t("plan"), value: t(`plans.${invoice.plan}`) },
            { label: t("issued"), value: <Moment value={invoice.createdAt} as="day" /> },
            { label: t("due"), value: <Moment value={invoice.dueAt} as="day" /> },
            { label: t("companyName"), value: <Party party={invoice.customer} /> },
            { label: t("purchaseOrder"), value: invoice.purchaseOrderNumber },
          ]}
        />
      </Card>
      <Card>
        <ChargesTable
          charges={invoice.lines}
          sums={[
            { label: t("invoice.net"), cents: invoice.netCents },
            { label: vatLabel, cents: invoice.vatCents },
            { label: t("invoice.gross"), cents: invoice.grossCents, isStrong: true },
          ]}
        />
        {vatNote && <p className="mt-3 text-[13px] leading-5 text-ink-faint">{vatNote}</p>}
      </Card>
      <Payment invoice={invoice} mayPay={may(actor, "update", "billing")} />
    </div>
  );
}

function Party({ party }: { party: Invoice["customer"] }) {
  return (
    <address className="not-italic">
      {[party.name, ...party.addressLines, party.country, party.vatId].map(
        (line) =>
          line && (
            <span key={line} className="block">
              {line}
            </span>
          ),
      )}
    </address>
  );
}

async function Payment({ invoice, mayPay }: { invoice: Invoice; mayPay: boolean }) {
  const t = await getTranslations("billing");
  if (invoice.paidBy) {
    return (
      <Card title={t("states.paid")}>
        <p className="text-sm text-ink-soft">
          {t("paidOn")} <Moment value={invoice.paidAt} as="day" /> {t(`paidBy.${invoice.paidBy}`)}
        </p>
      </Card>
    );
  }
  return (
    <Card
      title={t("payByTransfer")}
      description={t(`dunning.${String(invoice.dunningLevel) as "0"}`)}
    >
      <p className="mb-5 text-sm text-ink-soft">
        {t("invoice.payTo")} {invoice.seller.name}, IBAN{" "}
        <code className="font-mono">{invoice.seller.iban}</code>, {t("invoice.reference")}{" "}
        {invoice.number}
      </p>
      {invoice.mayPayByCard && mayPay && (
        <ClientMessages namespaces={["billing"]}>
          <PayByCardForm id={invoice.id} />
        </ClientMessages>
      )}
    </Card>
  );
}
