import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Moment } from "@/components/ui/moment";

type Kind = "note" | "answer" | "escalation";

type Props = {
  entries: {
    id: string;
    kind: Kind;
    body: string;
    authorName: string;
    mentioned: string[];
    createdAt: Date;
  }[];
  colleagues: { id: string; name: string }[];
};

const tones: Record<Kind, Tone> = { note: "neutral", answer: "accent", escalation: "warning" };

/** What was said about a case, in the order in which it was. */
export function CaseEntries({ entries, colleagues }: Props) {
  const t = useTranslations("cases");
  if (entries.length === 0) return <p className="text-sm text-ink-faint">{t("nothingSaid")}</p>;
  const nameOf = (id: string) => colleagues.find((colleague) => colleague.id === id)?.name;
  return (
    <ol className="flex flex-col gap-5">
      {entries.map(({ id, kind, body, authorName, mentioned, createdAt }) => (
        <li key={id} className="text-sm">
          <div className="flex flex-wrap items-center gap-2 text-[13px] text-ink-faint">
            <Badge tone={tones[kind]}>{t(`kinds.${kind}`)}</Badge>
            {authorName} · <Moment value={createdAt} />
          </div>
          <p className="mt-1.5 break-words whitespace-pre-line text-ink">{body}</p>
          {kind === "note" && mentioned.length > 0 && (
            <p className="mt-1 text-[13px] text-ink-soft">
              {mentioned
                .map(nameOf)
                .filter(Boolean)
                .map((name) => `@${name}`)
                .join(", ")}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
