import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { ConnectionBadge, type ConnectionState } from "./connection-badge";
import { lossReasonText } from "./loss-reason";

type Change = {
  id: string;
  after: ConnectionState;
  reason: string | null;
  cause: "reported" | "authorized" | "silence" | "reading" | "ended" | null;
  changedAt: Date;
};

/** The latest changes of a device's connection, with the reason where the manufacturer gave one. */
export async function ConnectionHistory({ changes }: { changes: Change[] }) {
  const t = await getTranslations("telemetry");
  const connections = await getTranslations("connections");
  return (
    <Card title={t("history")}>
      {changes.length === 0 && <p className="text-sm text-ink-faint">{t("noHistory")}</p>}
      <ol className="flex flex-col gap-3">
        {changes.map((change) => (
          <li key={change.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
            <ConnectionBadge state={change.after} />
            <span className="text-ink-soft">
              <Moment value={change.changedAt} as="moment" />
            </span>
            {change.cause && <span className="text-ink-faint">{t(`causes.${change.cause}`)}</span>}
            {change.reason && (
              <span className="text-ink-faint">{lossReasonText(connections, change.reason)}</span>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
