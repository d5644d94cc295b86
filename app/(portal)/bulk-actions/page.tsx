import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { BulkStateBadge } from "@/components/bulk-actions/bulk-state-badge";
import type { Column } from "@/components/data-table/data-table";
import { DataTable } from "@/components/data-table/data-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { listBulkActions } from "@/lib/operations/bulk-actions/read-bulk-actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulk"))("title") };
}

export default async function BulkActionsPage() {
  const { actor } = await requireMember();
  const t = await getTranslations("bulk");
  const format = await getFormatter();
  const rows = await withErrorPages(() => listBulkActions(actor, {}));
  const columns: Column<(typeof rows)[number], never>[] = [
    {
      key: "act",
      header: t("act"),
      cell: (row) => (
        <a href={`/bulk-actions/${row.id}`}>
          {t(`acts.${row.act}`)}
          {row.tagName && ` “${row.tagName}”`}
        </a>
      ),
    },
    { key: "state", header: t("state"), cell: (row) => <BulkStateBadge state={row.state} /> },
    {
      key: "records",
      header: t("records"),
      isNumeric: true,
      cell: (row) => format.number(row.total),
    },
    { key: "by", header: t("startedBy"), cell: (row) => row.startedByName },
    {
      key: "created",
      header: t("started"),
      cell: (row) => <Moment value={row.startedAt} as="moment" />,
    },
  ];
  const isOpen = rows.some(({ state }) => state === "collecting" || state === "running");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {isOpen && <LiveRefresh everyMilliseconds={3000} />}
      <Card isFlush>
        {rows.length === 0 ? (
          <EmptyState icon={ListChecks} title={t("none")}>
            {t("noneHint")}
          </EmptyState>
        ) : (
          <DataTable
            caption={t("title")}
            path="/bulk-actions"
            parameters={{}}
            columns={columns}
            rows={rows}
            sort={undefined}
            direction="desc"
            defaultSortDirection={() => "desc"}
          />
        )}
      </Card>
    </>
  );
}
