import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { listAddress } from "@/lib/core/lists/list-address";
import type { BulkList } from "@/lib/operations/bulk-actions/bulk-acts";
import { skipReasons } from "@/lib/operations/bulk-actions/skip-reasons";
import { BulkRecordName } from "./bulk-record-name";

const tones = {
  waiting: "neutral",
  done: "success",
  unchanged: "neutral",
  failed: "danger",
} as const satisfies Record<string, Tone>;

type BulkResult = keyof typeof tones;

type Row = ComponentProps<typeof BulkRecordName>["record"] & {
  result: BulkResult;
  problem: string | null;
};

type Props = {
  id: string;
  list: BulkList;
  counts: Record<BulkResult, number>;
  /** The result that the list is limited to. */
  shown: string | undefined;
  rows: Row[];
  next: string | undefined;
};

/** What came of a bulk action for each record, by result. */
export async function BulkResults({ id, list, counts, shown, rows, next }: Props) {
  const t = await getTranslations("bulk");
  const problems = await getTranslations("problems");
  const reasonOf = ({ problem }: Row) => {
    const reason = skipReasons.find((known) => known === problem);
    return reason ? t(`reasons.${reason}`) : problem && problems(problem as "recordGone");
  };
  const path = `/bulk-actions/${id}`;
  const tabs = [undefined, "done", "unchanged", "failed", "waiting"] as const;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <nav aria-label={t("results")} className="flex flex-wrap gap-1.5 px-5 py-4">
        {tabs.map((tab) => (
          <Link
            key={tab ?? "all"}
            href={listAddress(path, {}, { result: tab })}
            aria-current={tab === shown ? "page" : undefined}
            className={cn(
              "rounded-full border px-3 py-1 text-[13px] tabular-nums",
              tab === shown
                ? "border-accent bg-accent-soft text-accent"
                : "border-line-strong text-ink-soft hover:bg-sunken",
            )}
          >
            {tab ? t(`result.${tab}`) : t("all")} {tab ? counts[tab] : total}
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-ink-faint">{t("noRows")}</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line text-sm">
          {rows.map((row) => (
            <li
              key={row.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-5 py-2.5"
            >
              <BulkRecordName list={list} record={row} />
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {row.problem && <span className="text-[13px] text-ink-faint">{reasonOf(row)}</span>}
                <Badge tone={tones[row.result]}>{t(`result.${row.result}`)}</Badge>
              </span>
            </li>
          ))}
        </ul>
      )}
      {next && (
        <div className="border-t border-line px-5 py-3 text-right">
          <LinkButton size="small" href={listAddress(path, { after: next }, { result: shown })}>
            {t("more")}
          </LinkButton>
        </div>
      )}
    </>
  );
}
