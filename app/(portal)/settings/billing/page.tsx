import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { toFieldValue } from "@/components/form/field-value";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { readParameters } from "@/lib/core/lists/list-address";
import { getBilling } from "@/lib/organization/billing/billing-account";
import { listInvoicesInput } from "@/lib/organization/billing/billing-schema";
import { listInvoices } from "@/lib/organization/billing/read-invoices";
import { BillingAccountForm } from "./billing-forms";
import { ChargesTable } from "./charges-table";
import { InvoiceList } from "./invoice-list";
import { PriceTable } from "./price-table";
import { moneyOf, monthOf } from "./wording";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("billing"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BillingPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("billing");
  const format = await getFormatter();
  const { saved, ...parameters } = readParameters(await searchParams);
  const billing = await withErrorPages(() => getBilling(actor, {}));
  const page = await withErrorPages(() => listInvoices(actor, parameters));
  const { account, usage } = billing;
  const tiles = [
    {
      label: t("soFar", { month: monthOf(format, billing.month.firstDay) }),
      value: moneyOf(format, billing.netCents),
      hint: t("daysCounted", { days: usage.daysCounted }),
    },
    {
      label: t("forecast"),
      value: moneyOf(format, billing.forecastCents),
      hint: t("forecastHint"),
    },
    {
      label: t("plan"),
      value: t(`plans.${billing.plan}`),
      hint: account && t("customerNumber", { number: String(account.customerNumber) }),
    },
  ];
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t("title")} description={t("description")} />
      {saved !== undefined && <Notice tone="success">{t("saved")}</Notice>}
      {billing.isSandbox && <Notice>{t("sandbox")}</Notice>}
      {!billing.isBilled && !billing.isSandbox && <Notice>{t("notBilled")}</Notice>}
      {billing.isBilled && !billing.isComplete && <Notice tone="warning">{t("incomplete")}</Notice>}
      <dl className="grid gap-4 sm:grid-cols-3">
        {tiles.map((tile) => (
          <div key={tile.label} className="rounded-xl border border-line bg-surface px-5 py-4">
            <dt className="text-[13px] leading-5 text-ink-faint">{tile.label}</dt>
            <dd className="text-2xl leading-9 font-semibold tracking-tight text-ink tabular-nums">
              {tile.value}
            </dd>
            <dd className="text-[13px] leading-5 text-ink-faint">{tile.hint}</dd>
          </div>
        ))}
      </dl>
      <Card
        title={t("usage")}
        description={t("usageHint")}
        actions={
          <LinkButton href={`/settings/billing/usage?month=${billing.month.name}`} size="small">
            {t("usageDevices")}
          </LinkButton>
        }
      >
        {billing.charges.length > 0 ? (
          <ChargesTable
            charges={billing.charges}
            sums={[{ label: t("sum"), cents: billing.netCents, isStrong: true }]}
          />
        ) : (
          <p className="text-sm text-ink-soft">{t("noUsage")}</p>
        )}
      </Card>
      <Card isFlush>
        <Disclosure title={t("prices")} description={t("pricesHint")}>
          <PriceTable prices={billing.prices} />
        </Disclosure>
      </Card>
      <InvoiceList
        page={page}
        parameters={parameters}
        direction={listInvoicesInput.parse(parameters).direction}
      />
      <Card title={t("details")} description={t("detailsHint")}>
        <ClientMessages namespaces={["billing"]}>
          <BillingAccountForm
            version={account?.version ?? 0}
            values={{
              companyName: toFieldValue(account?.companyName),
              streetAndNumber: toFieldValue(account?.streetAndNumber),
              zipCode: toFieldValue(account?.zipCode),
              town: toFieldValue(account?.town),
              country: toFieldValue(account?.country),
              vatId: toFieldValue(account?.vatId),
              purchaseOrderNumber: toFieldValue(account?.purchaseOrderNumber),
              contacts: toFieldValue(account?.contacts.join("\n")),
            }}
          />
        </ClientMessages>
      </Card>
    </div>
  );
}
