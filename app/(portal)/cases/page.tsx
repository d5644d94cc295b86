import { MessageSquareText, Plus, Tickets } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
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
import { CasePriorityBadge, CaseStateBadge } from "@/components/support/case-badges";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import type { z } from "@/lib/core/validation/problems";
import { casePriorities, caseStates, listCasesInput } from "@/lib/support/cases/case-schema";
import { listCases, listColleagues } from "@/lib/support/cases/read-cases";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("title") };
}

export default async function CasesPage(props: ListPageProps) {
  const { actor } = await requireMember();
  const t = await getTranslations("cases");
  const address = await parseListAddress(listCasesInput, props);
  const { parameters } = address;
  const colleagues = await withErrorPages(() => listColleagues(actor, {}));
  const filters = [
    {
      name: "state",
      label: t("state"),
      options: caseStates.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    {
      name: "priority",
      label: t("priority"),
      options: casePriorities.map((value) => ({ value, label: t(`priorities.${value}`) })),
    },
    {
      name: "assignee",
      label: t("assignee"),
      options: [
        ...(["me", "nobody"] as const).map((value) => ({ value, label: t(`assignees.${value}`) })),
        ...colleagues
          .filter(({ id }) => id !== actor.userId || id === parameters.assignee)
          .map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          may(actor, "create", "case") && (
            <>
              <LinkButton href="/cases/templates">
                <MessageSquareText aria-hidden className="size-4" />
                {t("templates")}
              </LinkButton>
              <LinkButton href="/cases/new" tone="primary">
                <Plus aria-hidden className="size-4" />
                {t("create")}
              </LinkButton>
            </>
          )
        }
      />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={filters} searchLabel={t("search")} />
        <FilterChips path="/cases" parameters={parameters} filters={filters} />
        <Suspense key={JSON.stringify(parameters)} fallback={<ListSkeleton />}>
          <CaseList actor={actor} address={address} />
        </Suspense>
      </Card>
    </>
  );
}

type ListProps = { actor: Member; address: ListAddress<z.output<typeof listCasesInput>> };

async function CaseList({ actor, address: { parameters, input } }: ListProps) {
  const t = await getTranslations("cases");
  const page = await withErrorPages(() => listCases(actor, input));
  const columns: Column<(typeof page.rows)[number], "created">[] = [
    {
      key: "subject",
      header: t("subject"),
      cell: (row) => (
        <a href={`/cases/${row.id}`}>
          <span className="mr-1.5 font-normal text-ink-faint">#{row.number}</span>
          {row.subject}
        </a>
      ),
    },
    { key: "state", header: t("state"), cell: (row) => <CaseStateBadge state={row.state} /> },
    {
      key: "priority",
      header: t("priority"),
      cell: (row) => <CasePriorityBadge priority={row.priority} />,
    },
    {
      key: "customer",
      header: t("customer"),
      cell: (row) =>
        row.customer ? <a href={`/users/${row.customer.id}`}>{row.customer.name}</a> : "–",
    },
    { key: "assignee", header: t("assignee"), cell: (row) => row.assignee?.name ?? t("nobody") },
    {
      key: "created",
      header: t("created"),
      sort: "created",
      cell: (row) => <Moment value={row.createdAt} />,
    },
  ];
  return (
    <ListResults
      caption={t("title")}
      path="/cases"
      parameters={parameters}
      page={page}
      columns={columns}
      sort={input.sort}
      direction={input.direction}
      defaultSortDirection={() => "desc"}
      whenEmpty={{ icon: Tickets, title: t("empty"), hint: t("emptyHint") }}
    />
  );
}
