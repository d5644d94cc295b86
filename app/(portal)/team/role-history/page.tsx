import { Download, History } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { todayIn } from "@/app/_server/export-format";
import { type ListPageProps, parseListAddress } from "@/app/_server/parse-list-address";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { FilterChips } from "@/components/data-table/filter-chips";
import { ListResults } from "@/components/data-table/list-results";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { MatchingMembers } from "@/components/data-table/matching-members";
import { buttonClasses, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listAddress } from "@/lib/core/lists/list-address";
import { listRoleHistory } from "@/lib/team/role-history/read-role-history";
import {
  listRoleHistoryInput,
  roleHistoryRoles,
  roleHistoryScopes,
} from "@/lib/team/role-history/role-history-schema";
import { TeamTabs } from "../team-tabs";
import { roleHistoryTableColumns } from "./role-history-columns";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team.roleHistoryReport"))("title") };
}

const path = "/team/role-history";

/** Who had which role, since when, until when, by whose decision and why; former members included. */
export default async function RoleHistoryPage(props: ListPageProps) {
  const { actor, organization } = await requireMember();
  const t = await getTranslations("team.roleHistoryReport");
  const team = await getTranslations("team");
  const roles = await getTranslations("roles");
  const audit = await getTranslations("audit");
  const { parameters, input } = await parseListAddress(listRoleHistoryInput, props);
  const page = await withErrorPages(() => listRoleHistory(actor, input));
  const filters = [
    { name: "person", label: t("columns.person"), isText: true },
    {
      name: "role",
      label: t("columns.role"),
      options: roleHistoryRoles.map((value) => ({
        value,
        label: value === "none" ? t("noRole") : roles(value),
      })),
    },
    {
      name: "scope",
      label: t("scope"),
      options: roleHistoryScopes.map((value) => ({ value, label: t(`scopes.${value}`) })),
    },
    { name: "from", label: audit("from") },
    { name: "until", label: audit("until") },
  ];
  const { size, cursor, direction, sort, ...chosen } = parameters;
  const adminsOfLastYear = listAddress(path, {
    role: "admin",
    scope: "held",
    from: yearBefore(todayIn(organization)),
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        crumbs={[{ label: team("title"), href: "/team" }]}
        actions={
          <>
            {(["csv", "pdf"] as const).map((format) => (
              <a
                key={format}
                href={listAddress(`${path}/export`, chosen, { format })}
                download
                className={buttonClasses()}
              >
                <Download aria-hidden className="size-4" />
                {t(`formats.${format}`)}
              </a>
            ))}
            <LinkButton href={adminsOfLastYear}>{t("adminsOfLastYear")}</LinkButton>
          </>
        }
      />
      <TeamTabs actor={actor} current="roleHistory" />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={filters} />
        <FilterChips path={path} parameters={parameters} filters={filters} />
        <MatchingMembers people={page.people} path={path} parameters={parameters} />
        <ListResults
          caption={t("title")}
          path={path}
          parameters={parameters}
          page={page}
          columns={await roleHistoryTableColumns()}
          sort={input.sort}
          direction={input.direction}
          defaultSortDirection={() => "desc"}
          whenEmpty={{ icon: History, title: t("empty") }}
        />
      </Card>
    </>
  );
}

/** The same day a year before, as `2025-11-29`. */
function yearBefore(day: string): string {
  const year = Number(day.slice(0, 4)) - 1;
  return `${year}${day.slice(4) === "-02-29" ? "-02-28" : day.slice(4)}`;
}
