import { Receipt } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { ListResults } from "@/components/data-table/list-results";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import type { ListParameters } from "@/lib/core/lists/list-address";
import type { listInvoices } from "@/lib/organization/billing/read-invoices";
import { InvoiceBadge } from "./invoice-badge";
import { moneyOf, monthOf } from "./wording";

const path = "/settings/billing";
const states = ["open", "overdue", "paid"] as const;

type InvoicePage = Awaited<ReturnType<typeof listInvoices>>;

type Props = {
  page: InvoicePage;
  parameters: ListParameters;
  direction: "asc" | "desc" | undefined;
};

export async function InvoiceList({ page, parameters, direction }: Props) {
  const t = await getTranslations("billing");
  const format = await getFormatter();
  const filters = [
    {
      name: "state",
      label: t("state"),
      options: states.map((value) => ({ value, label: t(`states.${value}`) })),
    },
  ];
  const columns: Column<InvoicePage["rows"][number], "created">[] = [
    {
      key: "number",
      header: t("number"),
      cell: (row) => <a href={`${path}/invoices/${row.id}`}>{row.number}</a>,
    },
    { key: "month", header: t("month"), cell: (row) => monthOf(format, row.month) },
    {
      key: "issued",
      header: t("issued"),
      sort: "created",
      cell: (row) => <Moment value={row.createdAt} as="day" />,
    },
    { key: "due", header: t("due"), cell: (row) => <Moment value={row.dueAt} as="day" /> },
    { key: "state", header: t("state"), cell: (row) => <InvoiceBadge state={row.state} /> },
    {
      key: "amount",
      header: t("amount"),
      isNumeric: true,
      cell: (row) => moneyOf(format, row.grossCents, row.currency),
    },
  ];
  return (
    <Card isFlush title={t("invoices")} description={t("invoicesHint")}>
      <ListToolbar parameters={parameters} filters={filters} searchLabel={t("search")} />
      <FilterChips path={path} parameters={parameters} filters={filters} />
      <ListResults
        caption={t("invoices")}
        path={path}
        parameters={parameters}
        page={page}
        columns={columns}
        sort="created"
        direction={direction}
        defaultSortDirection={() => "desc"}
        whenEmpty={{ icon: Receipt, title: t("noInvoices"), hint: t("noInvoicesHint") }}
      />
    </Card>
  );
}
