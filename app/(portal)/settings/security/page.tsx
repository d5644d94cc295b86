import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import type { Column } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { ListResults } from "@/components/data-table/list-results";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { readParameters } from "@/lib/core/lists/list-address";
import { listFindings } from "@/lib/identity/suspicious-activity/findings";
import {
  findingKinds,
  listFindingsInput,
} from "@/lib/identity/suspicious-activity/security-schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security"))("title") };
}

const path = "/settings/security";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SecurityPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("security");
  const parameters = readParameters(await searchParams);
  const page = await withErrorPages(() => listFindings(actor, parameters));
  const filters = [
    {
      name: "state",
      label: t("state"),
      options: (["open", "acknowledged"] as const).map((value) => ({
        value,
        label: t(`states.${value}`),
      })),
    },
    {
      name: "kind",
      label: t("kind"),
      options: findingKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
  ];
  const columns: Column<(typeof page.rows)[number], "created">[] = [
    {
      key: "kind",
      header: t("kind"),
      cell: (row) => <a href={`${path}/${row.id}`}>{t(`kinds.${row.kind}`)}</a>,
    },
    { key: "subject", header: t("subject"), cell: (row) => row.subjectName },
    { key: "times", header: t("occurrences"), isNumeric: true, cell: (row) => row.occurrences },
    { key: "last", header: t("last"), cell: (row) => <Moment value={row.lastAt} /> },
    {
      key: "first",
      header: t("first"),
      sort: "created",
      cell: (row) => <Moment value={row.createdAt} as="moment" />,
    },
    {
      key: "state",
      header: t("state"),
      cell: (row) =>
        row.acknowledgedAt ? (
          <Badge>{t("states.acknowledged")}</Badge>
        ) : (
          <Badge tone="warning">{t("states.open")}</Badge>
        ),
    },
  ];
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={filters} searchLabel={t("search")} />
        <FilterChips path={path} parameters={parameters} filters={filters} />
        <ListResults
          caption={t("title")}
          path={path}
          parameters={parameters}
          page={page}
          columns={columns}
          sort="created"
          direction={listFindingsInput.parse(parameters).direction}
          defaultSortDirection={() => "desc"}
          whenEmpty={{ icon: ShieldCheck, title: t("none"), hint: t("noneHint") }}
        />
      </Card>
    </>
  );
}
