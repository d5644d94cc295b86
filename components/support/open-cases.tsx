import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { CasePriorityBadge, CaseStateBadge } from "./case-badges";

type Props = {
  cases: {
    id: string;
    number: number;
    subject: string;
    state: "open" | "waiting" | "solved";
    priority: "low" | "normal" | "high" | "urgent";
    createdAt: Date;
  }[];
  whenNone: string;
};

/** Cases that are not solved, the most urgent first. */
export function OpenCases({ cases, whenNone }: Props) {
  const t = useTranslations("cases");
  if (cases.length === 0) return <p className="text-sm text-ink-faint">{whenNone}</p>;
  return (
    <ul aria-label={t("ofCustomer")} className="flex flex-col gap-3">
      {cases.map(({ id, number, subject, state, priority, createdAt }) => (
        <li key={id} className="flex flex-col gap-1 text-sm">
          <Link href={`/cases/${id}`} className="font-medium text-ink hover:underline">
            #{number} {subject}
          </Link>
          <span className="flex flex-wrap items-center gap-2 text-[13px] text-ink-faint">
            <CaseStateBadge state={state} />
            {priority !== "normal" && <CasePriorityBadge priority={priority} />}
            <Moment value={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
