import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { BulkResults } from "@/components/bulk-actions/bulk-results";
import { BulkStateBadge } from "@/components/bulk-actions/bulk-state-badge";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { ProgressBar } from "@/components/ui/progress-bar";
import { may } from "@/lib/core/access/authorize";
import { listAddress, readParameters } from "@/lib/core/lists/list-address";
import { undoOf } from "@/lib/operations/bulk-actions/bulk-acts";
import { getBulkAction, listBulkActionRows } from "@/lib/operations/bulk-actions/read-bulk-actions";
import { listPaths } from "../../_lists/list-paths";
import { BulkActionForm } from "./bulk-action-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulk"))("one") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BulkActionPage({ params, searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("bulk");
  const problems = await getTranslations("problems");
  const bulkAction = await withErrorPages(async () => getBulkAction(actor, await params));
  const filters = readParameters(await searchParams);
  const { rows, next } = await withErrorPages(() =>
    listBulkActionRows.from(actor, { ...filters, id: bulkAction.id }),
  );
  const { id, list, act, tagName, state, total, parameters, expected } = bulkAction;
  const { doneCount, unchangedCount, failedCount } = bulkAction;
  const worked = doneCount + unchangedCount + failedCount;
  const isOpen = state === "collecting" || state === "running";
  const mayAct = may(actor, "update", list);
  const source = listAddress(listPaths[list], parameters ? readParameters(parameters) : {});
  return (
    <>
      <PageHeader
        title={`${t(`acts.${act}`)}${tagName ? ` “${tagName}”` : ""}`}
        crumbs={[{ label: t("title"), href: "/bulk-actions" }]}
        actions={
          mayAct && (
            <ClientMessages namespaces={["bulk"]}>
              {state === "draft" && <BulkActionForm id={id} step="discard" />}
              {state === "draft" && <BulkActionForm id={id} step="start" />}
              {isOpen && <BulkActionForm id={id} step="cancel" />}
              {!isOpen &&
                state !== "draft" &&
                doneCount > 0 &&
                !bulkAction.undoneById &&
                undoOf[bulkAction.act] && <BulkActionForm id={id} step="undo" />}
            </ClientMessages>
          )
        }
      />
      {isOpen && <LiveRefresh everyMilliseconds={1000} />}
      <div className="flex flex-col gap-4">
        {expected && (
          <Notice tone="warning">
            {t.rich(expected.isMore ? "draftMore" : "draft", {
              count: expected.count,
              list: (words) => (
                <Link href={source} className="font-medium underline">
                  {words}
                </Link>
              ),
            })}
          </Notice>
        )}
        {bulkAction.problem && (
          <Notice tone="danger">{problems(bulkAction.problem as "starterGone")}</Notice>
        )}
        {bulkAction.undoneById && (
          <Notice tone="info">
            {t.rich("undone", {
              undoing: (words) => (
                <Link
                  href={`/bulk-actions/${bulkAction.undoneById}`}
                  className="font-medium underline"
                >
                  {words}
                </Link>
              ),
            })}
          </Notice>
        )}
        <Card>
          <div className="flex flex-col gap-4">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <BulkStateBadge state={state} />
              <p role="status" className="text-sm text-ink-soft tabular-nums">
                {state === "draft"
                  ? null
                  : state === "collecting"
                    ? t("collected", { count: total })
                    : t("progress", { worked, total })}
              </p>
            </div>
            {state !== "draft" && (
              <ProgressBar label={t("progressLabel")} value={worked} total={total} />
            )}
            <DescriptionList
              items={[
                { label: t("startedBy"), value: bulkAction.startedByName },
                { label: t("started"), value: <Moment value={bulkAction.startedAt} as="moment" /> },
                {
                  label: t("finished"),
                  value: <Moment value={bulkAction.finishedAt} as="moment" />,
                },
                {
                  label: t("from"),
                  value: (
                    <Link href={source} className="underline">
                      {parameters === null ? t("chosen") : t("byFilter")}
                    </Link>
                  ),
                },
              ]}
            />
          </div>
        </Card>
        {state !== "draft" && (
          <Card isFlush title={t("results")}>
            <BulkResults
              id={id}
              recordsPath={listPaths[list]}
              counts={{
                done: doneCount,
                unchanged: unchangedCount,
                failed: failedCount,
                waiting: total - worked,
              }}
              shown={filters.result}
              rows={rows}
              next={next}
            />
          </Card>
        )}
      </div>
    </>
  );
}
