import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { unitOfMeasure } from "@/components/devices/measure-units";
import { formatMeasured } from "@/components/devices/measured-number";
import { buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Moment } from "@/components/ui/moment";
import { getDevice } from "@/lib/devices/devices/get-device";
import { listReadings } from "@/lib/devices/telemetry/list-readings";
import { DeviceFrame } from "../device-frame";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("telemetry"))("title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ before?: string }>;
};

/** What a device reported, one by one, and its whole record: for engineers. */
export default async function ReadingsPage({ params, searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("telemetry");
  const format = await getFormatter();
  const { id } = await params;
  const { before } = await searchParams;
  const { device, measures, rows, next } = await withErrorPages(() =>
    listReadings(actor, { id, before }),
  );
  const whole = await getDevice(actor, { id });
  const { history, ...record } = whole;
  return (
    <DeviceFrame
      device={whole}
      current="readings"
      actions={
        <a
          href={`/devices/${id}/readings/export`}
          className={buttonClasses({ tone: "secondary" })}
          download
        >
          {t("download")}
        </a>
      }
    >
      <p className="mb-4 text-sm text-ink-soft">{t("rawHint")}</p>
      <div className="flex flex-col gap-4">
        <Card isFlush>
          {rows.length === 0 && (
            <p className="px-5 pt-4 pb-1 text-sm text-ink-faint">{t("nothing")}</p>
          )}
          {rows.length > 0 && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
            <section className="overflow-x-auto" tabIndex={0} aria-label={t("title")}>
              <table className="w-full text-sm whitespace-nowrap">
                <thead>
                  <tr className="border-b border-line text-left text-[13px] text-ink-faint">
                    <th scope="col" className="px-5 py-2 font-medium">
                      {t("measuredAt")}
                    </th>
                    {measures.map((measure) => (
                      <th key={measure} scope="col" className="px-5 py-2 text-right font-medium">
                        {t(`measures.${device.kind}.${measure}` as "measures.wallbox.powerW")} (
                        {unitOfMeasure(measure)})
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.measuredAt.getTime()} className="border-b border-line">
                      <td className="px-5 py-1.5 text-ink-soft">
                        <Moment value={row.measuredAt} as="moment" />
                      </td>
                      {measures.map((measure) => (
                        <td key={measure} className="px-5 py-1.5 text-right tabular-nums">
                          {row[measure] === null
                            ? "–"
                            : formatMeasured(format, row[measure], unitOfMeasure(measure))}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )}
          <p className="flex gap-5 px-5 py-3 text-sm">
            {before && (
              <Link href={`/devices/${id}/readings`} className="text-accent hover:underline">
                {t("newest")}
              </Link>
            )}
            {next && (
              <Link
                href={`/devices/${id}/readings?before=${encodeURIComponent(next)}`}
                className="text-accent hover:underline"
              >
                {t("older")}
              </Link>
            )}
          </p>
        </Card>
        <Card isFlush>
          <Disclosure title={t("record")}>
            <pre className="rounded-lg bg-sunken p-4 font-mono text-[13px] leading-5 break-words whitespace-pre-wrap text-ink-soft">
              {JSON.stringify(record, null, 2)}
            </pre>
          </Disclosure>
        </Card>
      </div>
    </DeviceFrame>
  );
}
