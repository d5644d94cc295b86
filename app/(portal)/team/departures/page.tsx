import { DoorOpen } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import type { Column } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { ListResults } from "@/components/data-table/list-results";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { readParameters } from "@/lib/core/lists/list-address";
import { listDeparturesInput } from "@/lib/team/members/departure-schema";
import { listDepartures } from "@/lib/team/members/read-departures";
import { TeamTabs } from "../team-tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("departures") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DeparturesPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("team");
  const roles = await getTranslations("roles");
  const parameters = readParameters(await searchParams);
  const page = await withErrorPages(() => listDepartures(actor, parameters));
  const columns: Column<(typeof page.rows)[number], "created">[] = [
    {
      key: "name",
      header: t("name"),
      cell: (row) => <a href={`/team/departures/${row.id}`}>{row.memberName}</a>,
    },
    { key: "role", header: t("role"), cell: (row) => roles(row.role) },
    { key: "reason", header: t("removeReason"), cell: (row) => row.reason },
    { key: "by", header: t("decidedBy"), cell: (row) => row.decidedByName },
    {
      key: "created",
      header: t("leftOn"),
      sort: "created",
      cell: (row) => <Moment value={row.createdAt} as="moment" />,
    },
  ];
  const { sort, direction } = listDeparturesInput.parse(parameters);
  return (
    <>
      <PageHeader
        title={t("departures")}
        description={t("departuresHint")}
        crumbs={[{ label: t("title"), href: "/team" }]}
      />
      <TeamTabs actor={actor} current="departures" />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={[]} searchLabel={t("search")} />
        <FilterChips path="/team/departures" parameters={parameters} filters={[]} />
        <ListResults
          caption={t("departures")}
          path="/team/departures"
          parameters={parameters}
          page={page}
          columns={columns}
          sort={sort}
          direction={direction}
          defaultSortDirection={() => "desc"}
          whenEmpty={{ icon: DoorOpen, title: t("noDepartures") }}
        />
      </Card>
    </>
  );
}
