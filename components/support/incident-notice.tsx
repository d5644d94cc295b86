import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

type Props = {
  incidents: { id: string; manufacturer: string; startedAt: Date; stillAffected: number }[];
};

/** What manufacturers have trouble just now. */
export function IncidentNotices({ incidents }: Props) {
  const t = useTranslations("incidents");
  const format = useFormatter();
  return incidents.map(({ id, manufacturer, startedAt, stillAffected }) => (
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
  ));
}
