import { Cpu } from "lucide-react";
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
import { ConnectionBadge } from "@/components/devices/connection-badge";
import { KindIcon } from "@/components/devices/kind-icon";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { Member } from "@/lib/access/actor";
import { connectionStates, deviceKinds } from "@/lib/devices/device-terms";
import {
  type deviceSorts,
  listDevices,
  listDevicesInput,
  usualDeviceDirection,
} from "@/lib/devices/list-devices";
import { listManufacturers } from "@/lib/devices/list-manufacturers";
import { parseInput } from "@/lib/validation/parse-input";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("devices"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DevicesPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("devices");
  const parameters = readParameters(await searchParams);
  await answeringRefusals(async () => parseInput(listDevicesInput, parameters));
  const manufacturers = await answeringRefusals(() => listManufacturers(actor, {}));
  const filters = [
    {
      name: "kind",
      label: t("kind"),
      options: deviceKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    {
      name: "manufacturer",
      label: t("manufacturer"),
      options: manufacturers.map((value) => ({ value, label: value })),
    },
    {
      name: "connection",
      label: t("connection"),
      options: connectionStates.map((value) => ({ value, label: t(`connectionStates.${value}`) })),
    },
    {
      name: "optimization",
      label: t("optimization"),
      options: (["on", "off"] as const).map((value) => ({
        value,
        label: t(`optimizationFilter.${value}`),
      })),
    },
    {
      name: "silentHours",
      label: t("silent"),
      options: ["1", "24", "168", "720"].map((value) => ({
        value,
        label: t("silentFor", { hours: Number(value) }),
      })),
    },
  ];
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={filters} searchLabel={t("search")} />
        <FilterChips path="/devices" parameters={parameters} filters={filters} />
        <Suspense key={JSON.stringify(parameters)} fallback={<ListSkeleton />}>
          <DeviceList actor={actor} parameters={parameters} />
        </Suspense>
      </Card>
    </>
  );
}

type SortName = (typeof deviceSorts)[number];

async function DeviceList({ actor, parameters }: { actor: Member; parameters: ListParameters }) {
  const t = await getTranslations("devices");
  const page = await answeringRefusals(() => listDevices(actor, parameters));
  const columns: Column<(typeof page.rows)[number], SortName>[] = [
    {
      key: "model",
      header: t("model"),
      sort: "model",
      cell: (row) => (
        <Link
          href={`/devices/${row.id}`}
          className="inline-flex items-center gap-2.5 font-medium text-ink hover:underline"
        >
          <KindIcon kind={row.kind} />
          {row.manufacturer} {row.model}
        </Link>
      ),
    },
    { key: "kind", header: t("kind"), cell: (row) => t(`kinds.${row.kind}`) },
    {
      key: "owner",
      header: t("owner"),
      cell: (row) => (
        <Link href={`/users/${row.owner.id}`} className="hover:text-ink hover:underline">
          {row.owner.name}
        </Link>
      ),
    },
    {
      key: "connection",
      header: t("connection"),
      cell: (row) => <ConnectionBadge state={row.connectionState} />,
    },
    {
      key: "optimization",
      header: t("optimization"),
      cell: (row) => (row.isSmartOptimizationActive ? t("on") : t("off")),
    },
    {
      key: "seen",
      header: t("lastSeen"),
      sort: "seen",
      cell: (row) => <Moment value={row.currentStateLastUpdatedAt} fallback={t("neverSeen")} />,
    },
  ];
  const { sort, direction } = listDevicesInput.parse(parameters);
  return (
    <ListResults
      caption={t("title")}
      path="/devices"
      parameters={parameters}
      page={page}
      columns={columns}
      sort={sort}
      direction={direction}
      usualDirection={usualDeviceDirection}
      whenEmpty={{ icon: Cpu, title: t("none"), hint: t("noneHint") }}
    />
  );
}
