import { FileUp } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import type { Column } from "@/components/data-table/data-table";
import { DataTable } from "@/components/data-table/data-table";
import { ImportStateBadge } from "@/components/imports/import-state-badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { listImports } from "@/lib/operations/imports/read-imports";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage() {
  const { actor } = await requireMember();
  const t = await getTranslations("imports");
  const format = await getFormatter();
  const rows = await withErrorPages(() => listImports(actor, {}));
  const columns: Column<(typeof rows)[number], never>[] = [
    {
      key: "file",
      header: t("file"),
      cell: (row) => <a href={`/imports/${row.id}`}>{row.fileName}</a>,
    },
    { key: "kind", header: t("kind"), cell: (row) => t(`kinds.${row.kind}`) },
    {
      key: "state",
      header: t("state"),
      cell: (row) => <ImportStateBadge state={row.undoneAt ? "undone" : row.state} />,
    },
    { key: "rows", header: t("rows"), isNumeric: true, cell: (row) => format.number(row.rowCount) },
    {
      key: "done",
      header: t("imported"),
      isNumeric: true,
      cell: (row) => format.number(row.doneCount),
    },
    { key: "by", header: t("by"), cell: (row) => row.startedByName },
    {
      key: "created",
      header: t("uploaded"),
      cell: (row) => <Moment value={row.createdAt} as="moment" />,
    },
  ];
  const create = (
    <LinkButton href="/imports/new" tone="primary">
      <FileUp aria-hidden className="size-4" />
      {t("create")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={create} />
      <Card isFlush>
        {rows.length === 0 ? (
          <EmptyState icon={FileUp} title={t("none")} action={create}>
            {t("noneHint")}
          </EmptyState>
        ) : (
          <DataTable
            caption={t("title")}
            path="/imports"
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
