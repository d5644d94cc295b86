import { Cpu, Download } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import type { Column } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { ListResults } from "@/components/data-table/list-results";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { readParameters } from "@/lib/core/lists/list-address";
import { deviceKinds } from "@/lib/devices/devices/device-terms";
import { latestMonths } from "@/lib/organization/billing/billing-month";
import { listDeviceUsage } from "@/lib/organization/billing/list-device-usage";
import { monthOf } from "../wording";
import { DayStrip } from "./day-strip";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("billing"))("usageDevices") };
}

const path = "/settings/billing/usage";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsagePage({ searchParams }: Props) {
  const { actor, timeZone } = await requireMember();
  const t = await getTranslations("billing");
  const format = await getFormatter();
  const settings = await getTranslations("settings");
  const parameters = readParameters(await searchParams);
  const page = await withErrorPages(() => listDeviceUsage(actor, parameters));
  const { month } = page;
  const filters = [
    {
      name: "month",
      label: t("month"),
      options: latestMonths(timeZone).map((value) => ({
        value,
        label: monthOf(format, `${value}-01`),
      })),
    },
    {
      name: "kind",
      label: t("kind"),
      options: deviceKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
  ];
  const columns: Column<(typeof page.rows)[number], "device">[] = [
    {
      key: "device",
      header: t("device"),
      cell: (row) =>
        row.isDeleted ? (
          <span>
            {row.manufacturer} {row.model} ({t("deletedDevice")})
          </span>
        ) : (
          <a href={`/devices/${row.id}`}>
            {row.manufacturer} {row.model}
          </a>
        ),
    },
    { key: "kind", header: t("kind"), cell: (row) => t(`kinds.${row.kind}`) },
    {
      key: "strip",
      header: monthOf(format, month.firstDay),
      cell: (row) => <DayStrip days={row.days} of={month.days} />,
    },
    {
      key: "days",
      header: t("connectedDays"),
      isNumeric: true,
      cell: (row) => t("ofDays", { count: row.days.length, days: month.days }),
    },
  ];
  return (
    <>
      <PageHeader
        title={t("usageTitle", { month: monthOf(format, month.firstDay) })}
        description={t("usageHint")}
        crumbs={[
          { label: settings("title"), href: "/settings" },
          { label: t("title"), href: "/settings/billing" },
        ]}
        actions={
          <a
            href={`${path}/export?month=${month.name}`}
            download
            title={t("exportHint")}
            className={buttonClasses({})}
          >
            <Download aria-hidden className="size-4" />
            {t("export")}
          </a>
        }
      />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={filters} />
        <FilterChips path={path} parameters={parameters} filters={filters} />
        <ListResults
          caption={t("usageDevices")}
          path={path}
          parameters={parameters}
          page={page}
          columns={columns}
          sort="device"
          direction="asc"
          defaultSortDirection={() => "asc"}
          whenEmpty={{ icon: Cpu, title: t("usageEmpty") }}
        />
      </Card>
    </>
  );
}
