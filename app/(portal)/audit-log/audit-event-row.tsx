import Link from "next/link";
import { useTranslations } from "next-intl";
import { fieldName, reasonText } from "@/components/audit/audit-words";
import { useShownValue } from "@/components/audit/value-words";
import { Moment } from "@/components/ui/moment";
import { findNamelessActor } from "@/lib/platform/audit/sources";
import { targetAddress } from "@/lib/platform/audit/target-address";

type Props = {
  event: {
    id: string;
    sequence: number;
    action: string;
    actorId: string | null;
    actorKind: string;
    actorName: string | null;
    targetName: string | null;
    targetType: string;
    targetId: string | null;
    changes: Record<string, { before: unknown; after: unknown }> | null;
    reason: string | null;
    requestId: string;
    clientAddress: string | null;
    createdAt: Date;
  };
};

/** One event in a line; folded below it, what changed and where the request came from. */
export function AuditEventRow({ event }: Props) {
  const t = useTranslations("audit");
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
          <span className="text-[13px] text-ink-soft">{nameOfActor(event, t)}</span>
        </summary>
        <EventDetails event={event} />
      </details>
    </li>
  );
}

function EventDetails({ event }: Props) {
  const t = useTranslations("audit");
  const show = useShownValue();
  const address = targetAddress(event);
  return (
    <div className="px-5 pt-1 pb-4 text-[13px] leading-5">
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[9rem_1fr]">
        {event.reason && (
          <>
            <dt className="text-ink-faint">{t("reason")}</dt>
            <dd className="text-ink">{reasonText(t, event.reason)}</dd>
          </>
        )}
        {Object.entries(event.changes ?? {}).map(([field, change]) => (
          <div key={field} className="contents">
            <dt className="break-words text-ink-faint">{fieldName(t, field)}</dt>
            <dd className="min-w-0 break-words text-ink">
              <span className="text-ink-faint line-through">{show(field, change.before)}</span>{" "}
              {show(field, change.after)}
            </dd>
          </div>
        ))}
        <dt className="text-ink-faint">{t("clientAddress")}</dt>
        <dd className="text-ink">{event.clientAddress ?? "–"}</dd>
        <dt className="text-ink-faint">{t("requestId")}</dt>
        <dd className="font-mono break-all text-ink">{event.requestId}</dd>
        <dt className="text-ink-faint">{t("sequence")}</dt>
        <dd className="text-ink tabular-nums">{event.sequence}</dd>
      </dl>
      <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
        {address && <DetailLink href={address}>{t("openTarget")}</DetailLink>}
        {event.targetId && (
          <DetailLink href={`/audit-log?targetId=${event.targetId}`}>{t("allOfTarget")}</DetailLink>
        )}
        {event.actorId && (
          <DetailLink href={`/audit-log?actorId=${event.actorId}`}>{t("allOfActor")}</DetailLink>
        )}
      </p>
    </div>
  );
}

function DetailLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="rounded-sm leading-6 text-accent hover:underline">
      {children}
    </Link>
  );
}

function nameOfActor(
  { actorKind, actorName }: Props["event"],
  t: ReturnType<typeof useTranslations<"audit">>,
): string {
  const nameless = findNamelessActor(actorKind);
  if (nameless) return t(`actors.${nameless}`);
  return actorName ?? t("erased");
}
