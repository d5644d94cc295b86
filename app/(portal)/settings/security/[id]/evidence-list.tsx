import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import type { FindingEvidence } from "@/lib/identity/suspicious-activity/signals";

/** What a finding rests on, piece by piece. */
export function EvidenceList({ evidence }: { evidence: FindingEvidence[] }) {
  const audit = useTranslations("audit");
  return (
    <ol className="flex flex-col divide-y divide-line">
      {evidence.map((piece) => (
        <li
          key={JSON.stringify(piece)}
          className="grid gap-x-4 py-2 text-sm text-ink-soft sm:grid-cols-[11rem_1fr_auto]"
        >
          <span className="text-[13px] text-ink-faint">
            <Moment value={new Date(piece.at)} as="moment" />
          </span>
          <span className="min-w-0 break-words text-ink">
            {[
              piece.action &&
                audit(`actions.${piece.action.replace(".", "_")}` as "actions.access_refused"),
              piece.what,
              piece.device,
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          <span className="font-mono text-[13px]">{piece.clientAddress ?? "–"}</span>
        </li>
      ))}
    </ol>
  );
}
