import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Moment } from "@/components/ui/moment";
import { listAddress } from "@/lib/core/lists/list-address";

export type ShownIncident = {
  id: string;
  manufacturer: string;
  startedAt: Date;
  closedAt: Date | null;
  affected: number;
  stillAffected: number;
  counted: number;
  windowMinutes: number;
  usual: number;
  threshold: number;
};

/** Incidents with the numbers that made them one. */
export function IncidentList({ incidents }: { incidents: ShownIncident[] }) {
  const t = useTranslations("incidents");
  const format = useFormatter();
  if (incidents.length === 0) return <p className="text-sm text-ink-faint">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-4">
      {incidents.map((incident) => (
        <li key={incident.id} className="flex flex-col gap-1 text-sm">
          <span className="flex flex-wrap items-center gap-2">
            <strong className="font-medium text-ink">{incident.manufacturer}</strong>
            <Badge tone={incident.closedAt ? "neutral" : "danger"}>
              {t(incident.closedAt ? "closed" : "open")}
            </Badge>
            <span className="text-ink-faint">
              <Moment value={incident.startedAt} />
            </span>
          </span>
          <span className="text-ink-soft">
            {t("devices", { still: incident.stillAffected, affected: incident.affected })}
          </span>
          <span className="text-[13px] leading-5 text-ink-faint">
            {t("explained", {
              counted: incident.counted,
              minutes: incident.windowMinutes,
              usual: format.number(incident.usual, { maximumFractionDigits: 1 }),
              threshold: format.number(incident.threshold, { maximumFractionDigits: 0 }),
            })}
          </span>
          {!incident.closedAt && (
            <Link
              href={listAddress("/devices", {
                manufacturer: incident.manufacturer,
                connection: "disconnected",
              })}
              className="text-accent hover:underline"
            >
              {t("see")}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
