import { UserRoundPlus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { requireMember } from "@/app/_request/viewer";
import type { Column } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { type ListParameters, readParameters } from "@/components/data-table/list-address";
import { ListResults } from "@/components/data-table/list-results";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { Member } from "@/lib/access/actor";
import { may } from "@/lib/access/authorize";
import {
  type endUserSorts,
  listEndUsers,
  listEndUsersInput,
  usualEndUserDirection,
} from "@/lib/end-users/list-end-users";
import { personName } from "@/lib/people/person-name";
import { parseInput } from "@/lib/validation/parse-input";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EndUsersPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("users");
  const parameters = readParameters(await searchParams);
  await answeringRefusals(async () => parseInput(listEndUsersInput, parameters));
  const filters = [
    {
      name: "country",
      label: t("country"),
      options: ["AT", "DE"].map((code) => ({ value: code, label: t(`countries.${code as "AT"}`) })),
    },
    {
      name: "devices",
      label: t("devices"),
      options: (["any", "none", "disconnected"] as const).map((value) => ({
        value,
        label: t(`deviceFilter.${value}`),
      })),
    },
    { name: "createdFrom", label: t("createdFrom") },
    { name: "createdUntil", label: t("createdUntil") },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          may(actor, "create", "end-user") && (
            <LinkButton href="/users/new" tone="primary">
              <UserRoundPlus aria-hidden className="size-4" />
              {t("create")}
            </LinkButton>
          )
        }
      />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={filters} searchLabel={t("search")} />
        <FilterChips path="/users" parameters={parameters} filters={filters} />
        <Suspense key={JSON.stringify(parameters)} fallback={<ListSkeleton />}>
          <EndUserList actor={actor} parameters={parameters} />
        </Suspense>
      </Card>
    </>
  );
}

type SortName = (typeof endUserSorts)[number];

async function EndUserList({ actor, parameters }: { actor: Member; parameters: ListParameters }) {
  const t = await getTranslations("users");
  const page = await answeringRefusals(() => listEndUsers(actor, parameters));
  const columns: Column<(typeof page.rows)[number], SortName>[] = [
    {
      key: "name",
      header: t("name"),
      sort: "name",
      cell: (row) => (
        <Link href={`/users/${row.id}`} className="font-medium text-ink hover:underline">
          {personName(row)}
        </Link>
      ),
    },
    {
      key: "email",
      header: t("email"),
      sort: "email",
      cell: (row) => <span className="break-all">{row.email}</span>,
    },
    { key: "number", header: t("externalUserId"), cell: (row) => row.externalUserId ?? "–" },
    {
      key: "town",
      header: t("town"),
      cell: (row) => [row.zipCode, row.town].filter(Boolean).join(" ") || "–",
    },
    {
      key: "devices",
      header: t("devices"),
      cell: (row) => (
        <span className="inline-flex items-center gap-2 tabular-nums">
          {row.devices.count}
          {row.devices.disconnected > 0 && (
            <Badge tone="danger">{t("disconnected", { count: row.devices.disconnected })}</Badge>
          )}
        </span>
      ),
    },
    {
      key: "created",
      header: t("created"),
      sort: "created",
      cell: (row) => <Moment value={row.createdAt} as="day" />,
    },
  ];
  const { sort, direction } = listEndUsersInput.parse(parameters);
  return (
    <ListResults
      caption={t("title")}
      path="/users"
      parameters={parameters}
      page={page}
      columns={columns}
      sort={sort}
      direction={direction}
      usualDirection={usualEndUserDirection}
      whenEmpty={{
        icon: UserRoundPlus,
        title: t("none"),
        hint: t("noneHint"),
        action: (
          <LinkButton href="/users/new" tone="primary">
            {t("create")}
          </LinkButton>
        ),
      }}
    />
  );
}
