import { KeyRound, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { ApiClientBadge } from "@/components/api-credentials/api-client-badge";
import type { Column } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { ListResults } from "@/components/data-table/list-results";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { readParameters } from "@/lib/core/lists/list-address";
import { listApiClientsInput } from "@/lib/identity/api-credentials/api-credentials-schema";
import { listApiClients } from "@/lib/identity/api-credentials/read-api-clients";
import { listColleagues } from "@/lib/support/cases/read-cases";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiCredentials"))("title") };
}

const path = "/settings/api-credentials";
const states = ["active", "rotation-due", "expired", "revoked"] as const;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ApiCredentialsPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("apiCredentials");
  const settings = await getTranslations("settings");
  const parameters = readParameters(await searchParams);
  const page = await withErrorPages(() => listApiClients(actor, parameters));
  const colleagues = await withErrorPages(() => listColleagues(actor, {}));
  const filters = [
    {
      name: "state",
      label: t("state"),
      options: states.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    {
      name: "owner",
      label: t("owner"),
      options: colleagues
        .filter(({ role, id }) => role === "admin" || id === parameters.owner)
        .map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  const columns: Column<(typeof page.rows)[number], "created">[] = [
    {
      key: "name",
      header: t("name"),
      cell: (row) => <a href={`${path}/${row.id}`}>{row.name}</a>,
    },
    { key: "scopes", header: t("scopes"), cell: (row) => row.scopes.join(", ") },
    { key: "state", header: t("state"), cell: (row) => <ApiClientBadge {...row} /> },
    {
      key: "used",
      header: t("lastUsed"),
      cell: (row) => <Moment value={row.lastUsedAt} fallback={t("never")} />,
    },
    {
      key: "created",
      header: t("created"),
      sort: "created",
      cell: (row) => <Moment value={row.createdAt} as="day" />,
    },
  ];
  const { sort, direction } = listApiClientsInput.parse(parameters);
  const create = may(actor, "create", "api-credentials") && (
    <LinkButton href={`${path}/new`} tone="primary">
      <Plus aria-hidden className="size-4" />
      {t("create")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        crumbs={[{ label: settings("title"), href: "/settings" }]}
        actions={create}
      />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={filters} searchLabel={t("search")} />
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
          whenEmpty={{ icon: KeyRound, title: t("empty"), hint: t("emptyHint") }}
        />
      </Card>
    </>
  );
}
