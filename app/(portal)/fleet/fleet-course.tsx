import { getFormatter, getTranslations } from "next-intl/server";
import { LineChart } from "@/components/charts/line-chart";
import { Card } from "@/components/ui/card";
import type { getFleet } from "@/lib/support/fleet/get-fleet";

type Fleet = Awaited<ReturnType<typeof getFleet>>;

/** Hours may be missing where the portal stood still; the line goes over a few of them. */
const bridges = 6 * 3_600_000;

/** The share of connected devices, and the fleet's power, over a week. */
export async function FleetCourse({ fleet }: { fleet: Pick<Fleet, "course" | "timeZone"> }) {
  const t = await getTranslations("fleet");
  const format = await getFormatter();
  const { course, timeZone } = fleet;
  const percent = (value: number) =>
    format.number(value, { style: "percent", maximumFractionDigits: 1 });
  const power = (watts: number) =>
    Math.abs(watts) >= 1_000_000
      ? `${format.number(watts / 1_000_000, { maximumFractionDigits: 1 })} MW`
      : `${format.number(watts / 1000, { maximumFractionDigits: 0 })} kW`;
  const frame = { from: course.from, until: course.until, timeZone, bridges };
  const spread = (points: { value: number }[], write: (value: number) => string) => ({
    lowest: write(Math.min(...points.map(({ value }) => value))),
    highest: write(Math.max(...points.map(({ value }) => value))),
  });
  const share = course.connectedShare;
  if (share.length === 0) {
    return (
      <Card title={t("connectedShare")} className="lg:col-span-3">
        <p className="text-sm text-ink-faint">{t("noCourse")}</p>
      </Card>
    );
  }
  return (
    <>
      <Card
        title={t("connectedShare")}
        description={t("connectedNow", { share: percent(share.at(-1)?.value ?? 0) })}
      >
        <LineChart
          {...frame}
          points={share}
          write={percent}
          summary={t("shareSummary", spread(share, percent))}
        />
      </Card>
      <Card title={t("power")} description={t("powerHint")} className="lg:col-span-2">
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          {(["consumption", "production"] as const).map((which) => {
            const label = t(which);
            const present = course.now?.[`${which}W`] ?? 0;
            return (
              <figure key={which} className="min-w-0">
                <figcaption className="flex items-baseline justify-between gap-3">
                  <span className="text-[13px] text-ink-faint">{label}</span>
                  <span className="text-xl leading-7 font-semibold tracking-tight text-ink tabular-nums">
                    {power(present)}
                  </span>
                </figcaption>
                <LineChart
                  {...frame}
                  points={course[which]}
                  write={power}
                  includes={[0]}
                  summary={t("powerSummary", { label, ...spread(course[which], power) })}
                />
              </figure>
            );
          })}
        </div>
      </Card>
    </>
  );
}
