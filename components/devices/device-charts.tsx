import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { ConnectionRibbon } from "@/components/charts/connection-ribbon";
import { LineChart } from "@/components/charts/line-chart";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { type ChartRange, chartRanges } from "@/lib/devices/telemetry/chart-ranges";
import type { readDeviceCharts } from "@/lib/devices/telemetry/read-charts";
import { unitOfMeasure } from "./measure-units";
import { formatMeasured } from "./measured-number";

type Charts = Awaited<ReturnType<typeof readDeviceCharts>>;
type Series = Charts["series"][number];

/** What a device measured and how it was connected, over a day, a week or a month. */
export async function DeviceCharts({
  path,
  readingsPath,
  range,
  charts,
}: {
  /** The page that the charts are on. */
  path: string;
  /** Where the single readings are, where the viewer has that page. */
  readingsPath?: string;
  range: ChartRange;
  charts: Charts;
}) {
  const t = await getTranslations("telemetry");
  const hasValues = ({ points }: Series) => points.some(({ value }) => value !== null);
  const shown = charts.series.filter(hasValues);
  return (
    <Card
      title={t("title")}
      description={t("hint", { timeZone: charts.timeZone.replaceAll("_", " ") })}
      actions={
        <nav aria-label={t("range")} className="flex rounded-lg border border-line-strong p-0.5">
          {chartRanges.map((offered) => (
            <Link
              key={offered}
              href={`${path}?range=${offered}`}
              scroll={false}
              aria-current={offered === range ? "true" : undefined}
              className={cn(
                "rounded-md px-2.5 text-[13px] leading-6",
                offered === range ? "bg-accent-soft text-accent" : "text-ink-soft hover:text-ink",
              )}
            >
              {t(`ranges.${offered}`)}
            </Link>
          ))}
        </nav>
      }
    >
      {shown.length === 0 && <p className="text-sm text-ink-faint">{t("nothing")}</p>}
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        {shown.map((series) => (
          <Measured key={series.measure} series={series} charts={charts} />
        ))}
      </div>
      <Connected charts={charts} />
      {readingsPath && (
        <p className="mt-4 text-[13px]">
          <Link href={readingsPath} className="text-accent hover:underline">
            {t("readings")}
          </Link>
        </p>
      )}
    </Card>
  );
}

async function Measured({ series, charts }: { series: Series; charts: Charts }) {
  const t = await getTranslations("telemetry");
  const format = await getFormatter();
  const { measure, points } = series;
  const unit = unitOfMeasure(measure);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const isKilo = unit === "W" && Math.max(...values.map(Math.abs)) >= 1000;
  const write = (value: number) =>
    formatMeasured(format, isKilo ? value / 1000 : value, isKilo ? "kW" : unit);
  const withUnit = (value: number) => `${write(value)} ${isKilo ? "kW" : unit}`;
  const label = t(`measures.${charts.kind}.${measure}` as "measures.wallbox.powerW");
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = {
    lowest: withUnit(Math.min(...values)),
    highest: withUnit(Math.max(...values)),
    mean: withUnit(mean),
  };
  return (
    <figure className="min-w-0">
      <figcaption className="flex items-baseline justify-between gap-3">
        <span className="text-[13px] font-medium text-ink">{label}</span>
        <span className="text-[13px] text-ink-faint">{t("mean", { mean: spread.mean })}</span>
      </figcaption>
      <LineChart
        summary={t("summary", { label, ...spread })}
        points={points}
        from={charts.from}
        until={charts.until}
        timeZone={charts.timeZone}
        write={write}
        bridges={charts.bridges}
        includes={unit === "°C" ? [] : unit === "%" ? [0, 100] : [0]}
      />
    </figure>
  );
}

async function Connected({ charts }: { charts: Charts }) {
  const t = await getTranslations("telemetry");
  const states = await getTranslations("devices.connectionStates");
  const format = await getFormatter();
  const length = ({ from, until }: { from: Date; until: Date }) => until.getTime() - from.getTime();
  const connected = charts.connection.filter(({ state }) => state === "connected");
  const share =
    connected.reduce((sum, span) => sum + length(span), 0) /
    Math.max(
      1,
      charts.connection.reduce((sum, span) => sum + length(span), 0),
    );
  const words = charts.connection.map(
    ({ state, from }) =>
      `${states(state)}: ${format.dateTime(from, { timeZone: charts.timeZone, dateStyle: "medium", timeStyle: "short" })}`,
  );
  return (
    <figure className="mt-6">
      <figcaption className="mb-1.5 flex items-baseline justify-between gap-3">
        <span className="text-[13px] font-medium text-ink">{t("connection")}</span>
        <span className="text-[13px] text-ink-faint">
          {t("connected", { share: format.number(share, { style: "percent" }) })}
        </span>
      </figcaption>
      <ConnectionRibbon
        summary={t("connectionSummary", { spans: words.join("; ") })}
        spans={charts.connection}
        from={charts.from}
        until={charts.until}
      />
    </figure>
  );
}
