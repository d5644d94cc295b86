import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { reasonText } from "./audit-words";
import { ChangedFields } from "./changed-fields";

type HistoryEntry = {
  id: string;
  action: string;
  /** Null once the person has been erased. */
  actorName: string | null;
  createdAt: Date;
  reason: string | null;
  fields: string[];
};

/** The latest of what was done to a record: by whom, when, and which fields. */
export function History({ entries }: { entries: HistoryEntry[] }) {
  const t = useTranslations("audit");
  if (entries.length === 0) return <p className="text-sm text-ink-faint">{t("nothingYet")}</p>;
  return (
    <ol className="flex flex-col gap-3">
      {entries.map((entry) => (
        <li key={entry.id} className="text-sm">
          <p className="text-ink">
            {t(`actions.${entry.action.replace(".", "_")}` as "actions.access_refused")}
          </p>
          <ChangedFields fields={entry.fields} />
          {entry.reason && (
            <p className="text-[13px] leading-5 text-ink-soft">
              {t("quoted", { text: reasonText(t, entry.reason) })}
            </p>
          )}
          <p className="text-[13px] leading-5 text-ink-faint">
            {nameOf(entry.actorName, t)} · <Moment value={entry.createdAt} as="moment" />
          </p>
        </li>
      ))}
    </ol>
  );
}

function nameOf(actor: string | null, t: ReturnType<typeof useTranslations<"audit">>): string {
  if (actor === null) return t("erased");
  return actor === "system" || actor === "anonymous" ? t(`actors.${actor}`) : actor;
}
