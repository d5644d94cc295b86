import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";

type Props = {
  event: {
    id: string;
    action: string;
    actorName: string;
    targetName: string | null;
    targetType: string;
    changes: Record<string, { before: unknown; after: unknown }>;
    reason: string | null;
    requestId: string;
    clientAddress: string | null;
    createdAt: Date;
  };
};

/** One event in a line; folded below it, what changed and where the request came from. */
export function AuditEventRow({ event }: Props) {
  const t = useTranslations("audit");
  const changes = Object.entries(event.changes);
  const isMachine = event.actorName === "system" || event.actorName === "visitor";
  return (
    <li>
      <details>
        <summary className="grid gap-x-4 px-5 py-2.5 text-sm hover:bg-sunken/50 sm:grid-cols-[9rem_1fr_auto]">
          <span className="text-[13px] text-ink-faint">
            <Moment value={event.createdAt} as="moment" />
          </span>
          <span className="min-w-0">
            <span className="font-medium text-ink">
              {t(`actions.${event.action.replace(".", "_")}` as "actions.access_refused")}
            </span>
            {event.targetName && <span className="text-ink-soft"> · {event.targetName}</span>}
          </span>
          <span className="text-[13px] text-ink-soft">
            {isMachine ? t(`actors.${event.actorName as "system"}`) : event.actorName}
          </span>
        </summary>
        <dl className="grid gap-x-6 gap-y-1 px-5 pt-1 pb-4 text-[13px] leading-5 sm:grid-cols-[9rem_1fr]">
          {event.reason && (
            <>
              <dt className="text-ink-faint">{t("reason")}</dt>
              <dd className="text-ink">{event.reason}</dd>
            </>
          )}
          {changes.map(([field, change]) => (
            <div key={field} className="contents">
              <dt className="break-all text-ink-faint">{field}</dt>
              <dd className="min-w-0 break-words text-ink">
                <span className="text-ink-faint line-through">{shown(change.before)}</span>{" "}
                {shown(change.after)}
              </dd>
            </div>
          ))}
          <dt className="text-ink-faint">{t("clientAddress")}</dt>
          <dd className="text-ink">{event.clientAddress ?? "–"}</dd>
          <dt className="text-ink-faint">{t("requestId")}</dt>
          <dd className="font-mono break-all text-ink">{event.requestId}</dd>
        </dl>
      </details>
    </li>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
