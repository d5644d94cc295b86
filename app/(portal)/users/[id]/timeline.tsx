import { Activity, type LucideIcon, Mail, Plug, StickyNote } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { reasonText } from "@/components/audit/audit-words";
import { ChangedFields } from "@/components/audit/changed-fields";
import { lossReasonText } from "@/components/devices/loss-reason";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { Moment } from "@/components/ui/moment";
import { type ListParameters, listAddress } from "@/lib/core/lists/list-address";
import { type TimelineEntry, timelineKinds } from "@/lib/customers/end-users/read-timeline";
import { findNamelessActor } from "@/lib/platform/audit/sources";
import { AddNoteForm, DeleteNoteForm } from "./note-forms";

type Props = {
  userId: string;
  timeline: { entries: TimelineEntry[]; next: string | undefined };
  kind: string | undefined;
  mayAdd: boolean;
};

const icons: Record<TimelineEntry["kind"], LucideIcon> = {
  note: StickyNote,
  mail: Mail,
  connection: Plug,
  event: Activity,
};

/** Notes, mails and what was done, the latest first, with the place to write a note. */
export async function Timeline({ userId, timeline, kind, mayAdd }: Props) {
  const t = await getTranslations("timeline");
  const address = (query: ListParameters) => listAddress(`/users/${userId}`, query);
  const kept: Record<string, string> = kind ? { kind } : {};
  return (
    <ClientMessages namespaces={["timeline"]}>
      <Card title={t("title")}>
        {mayAdd && <AddNoteForm userId={userId} latest={timeline.entries[0]?.id ?? ""} />}
        <nav aria-label={t("filter")} className="mt-5 flex flex-wrap gap-2">
          {[undefined, ...timelineKinds].map((offered) => (
            <Link
              key={offered ?? "all"}
              href={address(offered ? { kind: offered } : {})}
              scroll={false}
              aria-current={offered === kind ? "true" : undefined}
              className={cn(
                "inline-flex min-h-7 items-center rounded-full border px-3 text-[13px]",
                offered === kind
                  ? "border-accent bg-accent-soft text-accent"
                  : "border-line-strong text-ink-soft hover:text-ink",
              )}
            >
              {t(`kinds.${offered ?? "all"}`)}
            </Link>
          ))}
        </nav>
        {timeline.entries.length === 0 && (
          <p className="mt-5 text-sm text-ink-faint">{t("nothing")}</p>
        )}
        <ol className="mt-5 flex flex-col gap-5">
          {timeline.entries.map((entry) => {
            const Icon = icons[entry.kind];
            return (
              <li key={entry.id} className="flex gap-3 text-sm">
                <span className="mt-0.5 grid size-7 shrink-0 place-items-center rounded-full bg-sunken text-ink-faint">
                  <Icon aria-hidden className="size-3.5" />
                </span>
                <div className="min-w-0 flex-1">
                  <Entry entry={entry} />
                </div>
              </li>
            );
          })}
        </ol>
        {timeline.next && (
          <p className="mt-5 text-sm">
            <Link
              href={address({ ...kept, before: timeline.next })}
              scroll={false}
              className="text-accent hover:underline"
            >
              {t("older")}
            </Link>
          </p>
        )}
      </Card>
    </ClientMessages>
  );
}

async function Entry({ entry }: { entry: TimelineEntry }) {
  const t = await getTranslations("timeline");
  const audit = await getTranslations("audit");
  const connections = await getTranslations("connections");
  if (entry.kind === "note") {
    return (
      <>
        <p className="break-words whitespace-pre-line text-ink">{entry.body}</p>
        <Below by={entry.authorName} at={entry.at} />
        {entry.isDeletable && <DeleteNoteForm id={entry.id} />}
      </>
    );
  }
  if (entry.kind === "mail") {
    return (
      <>
        <p className="break-words text-ink">
          {entry.subject ?? t(`templates.${templateKey(entry.template)}`)}
          <span className="text-ink-soft"> · {t(`mailStates.${entry.state as "sent"}`)}</span>
        </p>
        <Below by={t("mailTo", { recipient: entry.recipient })} at={entry.at} />
      </>
    );
  }
  if (entry.kind === "connection") {
    const { device } = entry;
    return (
      <>
        <p className="break-words text-ink">
          <Link href={`/devices/${device.id}`} className="hover:underline">
            {device.manufacturer} {device.model}
          </Link>{" "}
          · {t(`connections.${entry.after}`)}
        </p>
        {entry.reason && (
          <p className="text-[13px] leading-5 text-ink-soft">
            “{lossReasonText(connections, entry.reason)}”
          </p>
        )}
        <Below by={t("kinds.connection")} at={entry.at} />
      </>
    );
  }
  const nameless = findNamelessActor(entry.actorKind);
  const actor = nameless ? audit(`actors.${nameless}`) : (entry.actorName ?? audit("erased"));
  const about = [
    entry.targetType === "device" ? entry.targetName : undefined,
    entry.tag,
    entry.problems === undefined ? undefined : t("problems", { count: entry.problems }),
  ].filter(Boolean);
  return (
    <>
      <p className="break-words text-ink">
        {audit(`actions.${entry.action.replace(".", "_")}` as "actions.access_refused")}
        {about.length > 0 && <span className="text-ink-soft"> · {about.join(" · ")}</span>}
      </p>
      <ChangedFields fields={entry.fields} changes={entry.changes} />
      {entry.reason && (
        <p className="text-[13px] leading-5 text-ink-soft">
          {audit("quoted", { text: reasonText(audit, entry.reason) })}
        </p>
      )}
      <Below by={actor} at={entry.at} />
    </>
  );
}

const namedTemplates = [
  "portal-access",
  "password-reset",
  "password-changed",
  "reconnection",
  "connection",
] as const;

/** Mails to end-users have their own names; all others are just mails. */
const templateKey = (template: string) =>
  namedTemplates.find((named) => named === template) ?? "other";

function Below({ by, at }: { by: string; at: Date }) {
  return (
    <p className="text-[13px] leading-5 text-ink-faint">
      {by} · <Moment value={at} as="moment" />
    </p>
  );
}
