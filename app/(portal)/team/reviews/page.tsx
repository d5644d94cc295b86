import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import type { Column } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { ListResults } from "@/components/data-table/list-results";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { ReviewBadge } from "@/components/team/review-badge";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { readParameters } from "@/lib/core/lists/list-address";
import { listAccessReviewsInput } from "@/lib/team/access-reviews/access-review-schema";
import { listAccessReviews } from "@/lib/team/access-reviews/read-access-reviews";
import { TeamTabs } from "../team-tabs";
import { StartReviewForm } from "./review-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accessReviews"))("title") };
}

const path = "/team/reviews";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccessReviewsPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("accessReviews");
  const team = await getTranslations("team");
  const parameters = readParameters(await searchParams);
  const page = await withErrorPages(() => listAccessReviews(actor, parameters));
  const filters = [
    {
      name: "state",
      label: t("state"),
      options: (["open", "closed"] as const).map((value) => ({
        value,
        label: t(`states.${value}`),
      })),
    },
  ];
  const columns: Column<(typeof page.rows)[number], "created">[] = [
    {
      key: "created",
      header: t("startedAt"),
      sort: "created",
      cell: (row) => (
        <a href={`${path}/${row.id}`}>
          <Moment value={row.createdAt} as="day" />
        </a>
      ),
    },
    { key: "state", header: t("state"), cell: (row) => <ReviewBadge state={row.state} /> },
    {
      key: "progress",
      header: t("progress"),
      cell: (row) => t("decidedOf", { decided: row.decided, members: row.members }),
    },
    { key: "due", header: t("dueAt"), cell: (row) => <Moment value={row.dueAt} as="day" /> },
    { key: "signed", header: t("signedBy"), cell: (row) => row.signature ?? "–" },
  ];
  const { sort, direction } = listAccessReviewsInput.parse(parameters);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        crumbs={[{ label: team("title"), href: "/team" }]}
      />
      <TeamTabs actor={actor} current="reviews" />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="lg:col-span-2">
          <Card isFlush>
            <ListToolbar parameters={parameters} filters={filters} />
            <FilterChips path={path} parameters={parameters} filters={filters} />
            <ListResults
              caption={t("title")}
              path={path}
              parameters={parameters}
              page={page}
              columns={columns}
              sort={sort}
              direction={direction}
              defaultSortDirection={() => "desc"}
              whenEmpty={{ icon: ListChecks, title: t("empty"), hint: t("emptyHint") }}
            />
          </Card>
        </div>
        <Card title={t("start")} description={t("startHint")}>
          <ClientMessages namespaces={["accessReviews"]}>
            <StartReviewForm />
          </ClientMessages>
        </Card>
      </div>
    </>
  );
}
