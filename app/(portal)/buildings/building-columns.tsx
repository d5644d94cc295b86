import { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/data-table";
import { Moment } from "@/components/ui/moment";
import type { BuildingSort } from "@/lib/customers/buildings/building-list-schema";
import type { listBuildings } from "@/lib/customers/buildings/list-buildings";

type Row = Awaited<ReturnType<typeof listBuildings>>["rows"][number];

/** Every column that the list of buildings can show, in order. */
export async function buildingColumns(): Promise<Column<Row, BuildingSort>[]> {
  const t = await getTranslations("buildings");
  return [
    {
      key: "name",
      header: t("fields.name"),
      sort: "name",
      cell: (row) => <a href={`/buildings/${row.id}`}>{row.name}</a>,
    },
    {
      key: "owner",
      header: t("owner"),
      cell: (row) => <a href={`/users/${row.owner.id}`}>{row.owner.name}</a>,
    },
    {
      key: "street",
      header: t("fields.streetAndNumber"),
      cell: (row) => row.streetAndNumber ?? "–",
    },
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
      key: "photovoltaic",
      header: t("fields.photovoltaic"),
      isExtra: true,
      cell: (row) => (row.photovoltaic ? t("yes") : t("no")),
    },
    {
      key: "contracts",
      header: t("contracts"),
      isNumeric: true,
      cell: (row) => row.contractCount,
    },
    { key: "devices", header: t("devices"), isNumeric: true, cell: (row) => row.deviceCount },
    {
      key: "created",
      header: t("added"),
      sort: "created",
      cell: (row) => <Moment value={row.createdAt} as="day" />,
    },
  ];
}
