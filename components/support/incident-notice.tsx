import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

type OpenIncident = { id: string; manufacturer: string; startedAt: Date; stillAffected: number };

/** When many manufacturers are away at once, the page below has to stay in sight. */
const MAX_SHOWN = 3;

/** What manufacturers have an incident just now: those with most devices, and the names of the others. */
export function IncidentNotices({ incidents }: { incidents: OpenIncident[] }) {
  const t = useTranslations("incidents");
  const format = useFormatter();
  const sorted = incidents.toSorted((one, other) => other.stillAffected - one.stillAffected);
  const others = sorted.slice(MAX_SHOWN).map(({ manufacturer }) => manufacturer);
  return (
    <>
      {sorted.slice(0, MAX_SHOWN).map(({ id, manufacturer, startedAt, stillAffected }) => (
        <Notice key={id} tone="danger">
          <strong className="font-medium">
            {t("banner", {
              manufacturer,
              since: format.dateTime(startedAt, "moment"),
              devices: stillAffected,
            })}
          </strong>{" "}
          {t("hint")}
        </Notice>
      ))}
      {others.length > 0 && (
        <Notice tone="danger">
          {t("more", { count: others.length, manufacturers: format.list(others.toSorted()) })}
        </Notice>
      )}
    </>
  );
}
