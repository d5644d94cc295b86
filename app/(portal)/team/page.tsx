import { Download, UserRoundPlus } from "lucide-react";
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
import { InvitationProgress, MemberStatus } from "@/components/team/member-badges";
import { OnboardingProgress } from "@/components/team/onboarding-steps";
import { RoleGuide } from "@/components/team/role-guide";
import { buttonClasses, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import type { z } from "@/lib/core/validation/problems";
import {
  defaultMemberSortDirection,
  listTeamMembers,
  listTeamMembersInput,
  type memberSorts,
} from "@/lib/team/members/list-team-members";
import { memberRoles } from "@/lib/team/members/team-schema";
import { TeamTabs } from "./team-tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("title") };
}

export default async function TeamPage(props: ListPageProps) {
  const { actor } = await requireMember();
  const t = await getTranslations("team");
  const roles = await getTranslations("roles");
  const address = await parseListAddress(listTeamMembersInput, props);
  const { parameters } = address;
  const mayInvite = may(actor, "create", "staff");
  const filters = [
    {
      name: "role",
      label: t("role"),
      options: memberRoles.map((value) => ({ value, label: roles(value) })),
    },
    {
      name: "status",
      label: t("status"),
      options: (["active", "invited", "suspended"] as const).map((value) => ({
        value,
        label: t(`statuses.${value}`),
      })),
    },
    {
      name: "access",
      label: t("access"),
      options: (["temporary", "lasting"] as const).map((value) => ({ value, label: t(value) })),
    },
    {
      name: "inactive",
      label: t("inactive"),
      options: ["30", "60", "90"].map((value) => ({
        value,
        label: t("inactiveFor", { days: Number(value) }),
      })),
    },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayInvite && (
            <>
              <a href="/team/export" download className={buttonClasses({})}>
                <Download aria-hidden className="size-4" />
                {t("exportCsv")}
              </a>
              <LinkButton href="/team/comparison">{t("comparison.title")}</LinkButton>
              <LinkButton href="/team/invite" tone="primary">
                <UserRoundPlus aria-hidden className="size-4" />
                {t("invite")}
              </LinkButton>
            </>
          )
        }
      />
      <TeamTabs actor={actor} current="members" />
      <div className="flex flex-col gap-4">
        {!mayInvite && <Notice>{t("readOnly")}</Notice>}
        <Card isFlush>
          <ListToolbar parameters={parameters} filters={filters} searchLabel={t("search")} />
          <FilterChips path="/team" parameters={parameters} filters={filters} />
          <Suspense key={JSON.stringify(parameters)} fallback={<ListSkeleton />}>
            <MemberList actor={actor} address={address} />
          </Suspense>
        </Card>
        <Card title={t("roleGuide")} isFlush>
          <RoleGuide />
        </Card>
      </div>
    </>
  );
}

type SortName = (typeof memberSorts)[number];

type ListProps = { actor: Member; address: ListAddress<z.output<typeof listTeamMembersInput>> };

async function MemberList({ actor, address: { parameters, input } }: ListProps) {
  const onboarding = await getTranslations("onboarding");
  const t = await getTranslations("team");
  const roles = await getTranslations("roles");
  const page = await withErrorPages(() => listTeamMembers(actor, input));
  type Row = (typeof page.rows)[number];
  const columns: Column<Row, SortName>[] = [
    {
      key: "name",
      header: t("name"),
      sort: "name",
      cell: (row) => (
        <>
          <a href={`/team/${row.id}`}>{row.name}</a>
          {row.id === actor.userId && (
            <span className="ml-2 text-[13px] text-ink-faint">{t("you")}</span>
          )}
          {row.externalUserId && (
            <span className="block text-[13px] leading-5 text-ink-faint">{row.externalUserId}</span>
          )}
        </>
      ),
    },
    {
      key: "email",
      header: t("email"),
      sort: "email",
      cell: (row) => row.email,
    },
    { key: "role", header: t("role"), cell: (row) => roles(row.role) },
    {
      key: "status",
      header: t("status"),
      cell: (row) => <MemberStatus {...row} />,
    },
    {
      key: "onboarding",
      header: onboarding("title"),
      cell: (row) =>
        row.status === "invited" ? (
          <InvitationProgress invitation={row.invitation} />
        ) : (
          <OnboardingProgress steps={row.onboarding} />
        ),
    },
    {
      key: "seen",
      header: t("lastSeen"),
      cell: (row) => <Moment value={row.lastSeenAt} fallback={t("neverSeen")} />,
    },
    ...(may(actor, "delete", "staff")
      ? [
          {
            key: "actions",
            header: t("actions"),
            cell: (row: Row) =>
              row.id === actor.userId ? (
                "–"
              ) : (
                <a
                  href={`/team/${row.id}/departure`}
                  aria-label={t("departureOf", { name: row.name })}
                >
                  {t("offboard")}
                </a>
              ),
          },
        ]
      : []),
  ];
  return (
    <ListResults
      caption={t("title")}
      path="/team"
      parameters={parameters}
      page={page}
      columns={columns}
      sort={input.sort}
      direction={input.direction}
      defaultSortDirection={defaultMemberSortDirection}
      whenEmpty={{ icon: UserRoundPlus, title: t("title") }}
    />
  );
}
