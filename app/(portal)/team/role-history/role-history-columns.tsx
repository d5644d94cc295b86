import { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/data-table";
import { Moment } from "@/components/ui/moment";
import type { RoleHistoryEntry } from "@/lib/team/role-history/read-role-history";

const Faint = ({ children }: { children: string }) => (
  <span className="block text-[13px] leading-5 text-ink-faint">{children}</span>
);

/** The columns of the role history. */
export async function roleHistoryTableColumns(): Promise<Column<RoleHistoryEntry, "created">[]> {
  const t = await getTranslations("team.roleHistoryReport");
  const team = await getTranslations("team");
  const roles = await getTranslations("roles");
  const roleOf = (role: RoleHistoryEntry["role"]) => (role ? roles(role) : t("noRole"));
  const statusOf = ({ status, hasJoined }: RoleHistoryEntry) =>
    [
      status === "former" ? t("former") : team(`statuses.${status}`),
      ...(hasJoined || status === "invited" ? [] : [t("notJoined")]),
    ].join(", ");
  return [
    {
      key: "person",
      header: t("columns.person"),
      cell: (row) => (
        <>
          {row.status === "former" ? (
            row.memberName
          ) : (
            <a href={`/team/${row.userId}`}>{row.memberName}</a>
          )}
          <Faint>{statusOf(row)}</Faint>
        </>
      ),
    },
    {
      key: "change",
      header: t("columns.change"),
      cell: (row) => (
        <>
          {row.roleBefore !== null && row.roleBefore !== row.role
            ? `${roleOf(row.roleBefore)} → ${roleOf(row.role)}`
            : roleOf(row.role)}
          <Faint>{t(`kinds.${row.kind}`)}</Faint>
        </>
      ),
    },
    { key: "reason", header: t("columns.reason"), cell: (row) => row.reason },
    {
      key: "decidedBy",
      header: t("columns.decidedBy"),
      cell: (row) => row.decidedBy ?? t("notRecorded"),
    },
    {
      key: "created",
      header: t("columns.changedAt"),
      sort: "created",
      cell: (row) => <Moment value={row.createdAt} as="moment" />,
    },
    {
      key: "ended",
      header: t("columns.endedAt"),
      cell: (row) => <Moment value={row.endedAt} as="moment" fallback="–" />,
    },
  ];
}
