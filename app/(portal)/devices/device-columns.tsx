import { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/data-table";
import { ConnectionBadge } from "@/components/devices/connection-badge";
import { KindIcon } from "@/components/devices/kind-icon";
import { Moment } from "@/components/ui/moment";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import type { DeviceSort } from "@/lib/devices/devices/device-list-schema";
import type { listDevices } from "@/lib/devices/devices/list-devices";

type Row = Awaited<ReturnType<typeof listDevices>>["rows"][number];

/** Every column that the list of devices can show, in order. */
export async function deviceColumns(): Promise<Column<Row, DeviceSort>[]> {
  const t = await getTranslations("devices");
  return [
    {
      key: "model",
      header: t("model"),
      sort: "model",
      cell: (row) => (
        <a href={`/devices/${row.id}`} className="inline-flex items-center gap-2.5">
          <KindIcon kind={row.kind} />
          {row.manufacturer} {row.model}
        </a>
      ),
    },
    { key: "kind", header: t("kind"), cell: (row) => t(`kinds.${row.kind}`) },
    {
      key: "serial",
      header: t("serial"),
      isExtra: true,
      cell: (row) => row.externalDeviceId ?? "–",
    },
    {
      key: "owner",
      header: t("owner"),
      cell: (row) => <a href={`/users/${row.owner.id}`}>{row.owner.name}</a>,
    },
    {
      key: "connection",
      header: t("connection"),
      cell: (row) => <ConnectionBadge state={row.connectionState} />,
    },
    {
      key: "waiting",
      header: t("disconnectedSince"),
      sort: "waiting",
      isExtra: true,
      cell: (row) =>
        row.connectionState === "disconnected" ? <Moment value={row.disconnectedSince} /> : "–",
    },
    {
      key: "optimization",
      header: t("optimization"),
      cell: (row) =>
        isControllable(row.kind) ? t(row.isSmartOptimizationActive ? "on" : "off") : "–",
    },
    {
      key: "seen",
      header: t("lastSeen"),
      sort: "seen",
      cell: (row) => <Moment value={row.currentStateLastUpdatedAt} fallback={t("neverSeen")} />,
    },
    {
      key: "created",
      header: t("added"),
      sort: "created",
      isExtra: true,
      cell: (row) => <Moment value={row.createdAt} as="day" />,
    },
  ];
}
