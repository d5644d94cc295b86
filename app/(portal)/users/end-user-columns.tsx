import { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/data-table";
import { Badge } from "@/components/ui/badge";
import { Moment } from "@/components/ui/moment";
import { personName } from "@/lib/core/people/person-name";
import type { EndUserSort } from "@/lib/customers/end-users/end-user-list-schema";
import type { listEndUsers } from "@/lib/customers/end-users/list-end-users";

type Row = Awaited<ReturnType<typeof listEndUsers>>["rows"][number];

/** Every column that the list of end-users can show, in order. */
export async function endUserColumns(): Promise<Column<Row, EndUserSort>[]> {
  const t = await getTranslations("users");
  return [
    {
      key: "name",
      header: t("name"),
      sort: "name",
      cell: (row) => <a href={`/users/${row.id}`}>{personName(row)}</a>,
    },
    {
      key: "email",
      header: t("fields.email"),
      sort: "email",
      cell: (row) => row.email ?? "–",
    },
    {
      key: "number",
      header: t("fields.externalUserId"),
      sort: "number",
      cell: (row) => row.externalUserId ?? "–",
    },
    { key: "phone", header: t("fields.phone"), isExtra: true, cell: (row) => row.phone ?? "–" },
    {
      key: "town",
      header: t("fields.town"),
      sort: "postalCode",
      cell: (row) => [row.zipCode, row.town].filter(Boolean).join(" ") || "–",
    },
    {
      key: "country",
      header: t("fields.country"),
      isExtra: true,
      cell: (row) => row.country ?? "–",
    },
    {
      key: "state",
      header: t("state"),
      isExtra: true,
      cell: (row) => t(`states.${row.archivedAt ? "archived" : row.status}`),
    },
    {
      key: "buildings",
      header: t("buildings"),
      isExtra: true,
      isNumeric: true,
      cell: (row) => row.buildingCount,
    },
    {
      key: "contracts",
      header: t("contracts"),
      isExtra: true,
      isNumeric: true,
      cell: (row) => row.contractCount,
    },
    {
      key: "devices",
      header: t("devices"),
      cell: (row) => (
        <span className="inline-flex items-center gap-2 tabular-nums">
          {row.deviceCount}
          {row.disconnectedDeviceCount > 0 && (
            <Badge tone="danger">{t("disconnected", { count: row.disconnectedDeviceCount })}</Badge>
          )}
        </span>
      ),
    },
    {
      key: "tags",
      header: t("tags"),
      isExtra: true,
      cell: (row) =>
        row.tags.length > 0 ? (
          <span className="inline-flex flex-wrap gap-1">
            {row.tags.map((tag) => (
              <Badge key={tag} tone="neutral">
                {tag}
              </Badge>
            ))}
          </span>
        ) : (
          "–"
        ),
    },
    {
      key: "seen",
      header: t("lastSeen"),
      sort: "seen",
      isExtra: true,
      cell: (row) => <Moment value={row.lastSeenAt} fallback={t("neverSeen")} />,
    },
    {
      key: "created",
      header: t("created"),
      sort: "created",
      cell: (row) => <Moment value={row.createdAt} as="day" />,
    },
  ];
}
