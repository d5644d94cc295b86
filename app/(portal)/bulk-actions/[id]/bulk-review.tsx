import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BulkRecordName } from "@/components/bulk-actions/bulk-record-name";
import { Card } from "@/components/ui/card";
import { type BulkAct, type BulkList, undoOf } from "@/lib/operations/bulk-actions/bulk-acts";
import type { previewBulkAction } from "@/lib/operations/bulk-actions/preview-bulk-action";
import { BulkActionForm } from "./bulk-action-forms";
import { ReviewForm } from "./review-form";

type Preview = Awaited<ReturnType<typeof previewBulkAction>>;

type Props = {
  id: string;
  list: BulkList;
  act: BulkAct;
  tag: string;
  preview: Preview;
  /** The list with the records that are meant, where they are all that match. */
  source: string | undefined;
  mayStart: boolean;
  timeZone: string;
};

/** Acts whose consequence is a number of customers, however many of their devices are meant. */
const countsCustomers = new Set<BulkAct>(["send-links", "tag-owners", "untag-owners"]);

/** What a draft is about to do: to how many, to whom first, with which consequence; and the button that does it. */
export async function BulkReview(props: Props) {
  const { id, list, act, preview, source, mayStart, timeZone } = props;
  const t = await getTranslations("bulk");
  const { count, effect } = preview;
  const affected = effect && (countsCustomers.has(act) ? effect.customers : effect.changed);
  const label =
    affected !== undefined
      ? t(`confirm.${act}`, { count: affected })
      : t(count.isMore ? "confirmMore" : "confirmUpTo", { count: count.count });
  return (
    <>
      <Card
        title={
          count.isMore
            ? t("meantMore", { count: count.count })
            : t(`meant.${list}`, { count: count.count })
        }
        description={t("reviewHint")}
        actions={
          source && (
            <Link href={source} className="text-[13px] text-accent hover:underline">
              {t("viewRecords")}
            </Link>
          )
        }
      >
        <div className="flex flex-col gap-5">
          <Consequence {...props} affected={affected} />
          {mayStart && (
            <div className="flex flex-wrap items-start gap-3">
              {affected !== 0 && <ReviewForm id={id} act={act} label={label} timeZone={timeZone} />}
              <BulkActionForm id={id} step="discard" />
            </div>
          )}
        </div>
      </Card>
      <FirstRecords list={list} preview={preview} />
    </>
  );
}

async function Consequence({
  act,
  tag,
  preview: { effect },
  affected,
}: Props & { affected: number | undefined }) {
  const t = await getTranslations("bulk");
  return (
    <div className="flex flex-col gap-2 text-sm text-ink">
      <p className="text-[15px] leading-6 font-medium">
        {affected === undefined
          ? t(`rules.${act}`, { tag })
          : t(`effects.${act}`, { count: affected, tag })}
      </p>
      {effect && effect.skipped.length > 0 && (
        <div className="text-ink-soft">
          <p>{t("skippedTitle")}</p>
          <ul className="list-disc pl-5">
            {effect.skipped.map(({ reason, count }) => (
              <li key={reason}>{t(`skipped.${reason}`, { count })}</li>
            ))}
          </ul>
        </div>
      )}
      {affected !== 0 && (
        <p className="text-ink-soft">{t(undoOf[act] ? "undoable" : "notUndoable")}</p>
      )}
    </div>
  );
}

async function FirstRecords({
  list,
  preview: { first, count },
}: {
  list: BulkList;
  preview: Preview;
}): Promise<ReactNode> {
  const t = await getTranslations("bulk");
  if (first.length === 0) return null;
  const isWhole = !count.isMore && first.length === count.count;
  return (
    <Card isFlush title={isWhole ? t("records") : t("first", { count: first.length })}>
      <ul className="divide-y divide-line border-t border-line text-sm">
        {first.map((record) => (
          <li key={record.id} className="px-5 py-2.5">
            <BulkRecordName list={list} record={record} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
