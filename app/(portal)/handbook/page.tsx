import { BookOpen, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ClientMessages } from "@/app/_server/client-messages";
import {
  type ListAddress,
  type ListPageProps,
  parseListAddress,
} from "@/app/_server/parse-list-address";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import type { Column } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { ListResults } from "@/components/data-table/list-results";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import type { z } from "@/lib/core/validation/problems";
import { handbookCategories, listHandbookEntriesInput } from "@/lib/team/handbook/handbook-schema";
import { listHandbookEntries } from "@/lib/team/handbook/list-handbook-entries";
import { StarterEntriesForm } from "./handbook-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handbook"))("title") };
}

export default async function HandbookPage(props: ListPageProps) {
  const { actor } = await requireMember();
  const t = await getTranslations("handbook");
  const address = await parseListAddress(listHandbookEntriesInput, props);
  const { parameters } = address;
  const filters = [
    {
      name: "category",
      label: t("category"),
      options: handbookCategories.map((value) => ({ value, label: t(`categories.${value}`) })),
    },
    {
      name: "reading",
      label: t("reading"),
      options: [{ value: "required", label: t("required") }],
    },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          may(actor, "create", "handbook") && (
            <LinkButton href="/handbook/new" tone="primary">
              <Plus aria-hidden className="size-4" />
              {t("create")}
            </LinkButton>
          )
        }
      />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={filters} searchLabel={t("search")} />
        <FilterChips path="/handbook" parameters={parameters} filters={filters} />
        <Suspense key={JSON.stringify(parameters)} fallback={<ListSkeleton />}>
          <EntryList actor={actor} address={address} />
        </Suspense>
      </Card>
    </>
  );
}

type ListProps = { actor: Member; address: ListAddress<z.output<typeof listHandbookEntriesInput>> };

async function EntryList({ actor, address: { parameters, input } }: ListProps) {
  const t = await getTranslations("handbook");
  const page = await withErrorPages(() => listHandbookEntries(actor, input));
  const columns: Column<(typeof page.rows)[number], "title">[] = [
    {
      key: "title",
      header: t("entryTitle"),
      sort: "title",
      cell: (row) => <a href={`/handbook/${row.id}`}>{row.title}</a>,
    },
    { key: "category", header: t("category"), cell: (row) => t(`categories.${row.category}`) },
    { key: "audience", header: t("audience"), cell: (row) => t(`audiences.${row.audience}`) },
    {
      key: "reading",
      header: t("reading"),
      cell: (row) => {
        if (row.isRead) return <Badge tone="success">{t("read")}</Badge>;
        return row.isRequired ? <Badge tone="warning">{t("required")}</Badge> : "–";
      },
    },
    {
      key: "updated",
      header: t("updated"),
      cell: (row) => <Moment value={row.updatedAt} as="day" />,
    },
  ];
  const isWriter = may(actor, "create", "handbook");
  return (
    <ListResults
      caption={t("title")}
      path="/handbook"
      parameters={parameters}
      page={page}
      columns={columns}
      sort={input.sort}
      direction={input.direction}
      defaultSortDirection={() => "asc"}
      whenEmpty={{
        icon: BookOpen,
        title: t("empty"),
        ...(isWriter && {
          hint: t("emptyHint"),
          action: (
            <ClientMessages namespaces={["handbook"]}>
              <StarterEntriesForm />
            </ClientMessages>
          ),
        }),
      }}
    />
  );
}
