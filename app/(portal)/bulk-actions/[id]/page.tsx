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
import { previewBulkAction } from "@/lib/operations/bulk-actions/preview-bulk-action";
import { getBulkAction, listBulkActionRows } from "@/lib/operations/bulk-actions/read-bulk-actions";
import { listPaths } from "../../_lists/list-paths";
import { BulkActionForm } from "./bulk-action-forms";
import { BulkReview } from "./bulk-review";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulk"))("one") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BulkActionPage({ params, searchParams }: Props) {
  const viewer = await requireMember();
  const { actor } = viewer;
  const t = await getTranslations("bulk");
  const problems = await getTranslations("problems");
  const bulkAction = await withErrorPages(async () => getBulkAction(actor, await params));
  if (bulkAction.state === "draft") return <Draft viewer={viewer} draft={bulkAction} />;
  const filters = readParameters(await searchParams);
  const { rows, next } = await withErrorPages(() =>
    listBulkActionRows.from(actor, { ...filters, id: bulkAction.id }),
  );
  const { id, list, act, state, total, parameters } = bulkAction;
  const { doneCount, unchangedCount, failedCount } = bulkAction;
  const worked = doneCount + unchangedCount + failedCount;
  const isOpen = state === "collecting" || state === "running";
  const mayAct = may(actor, "update", list);
  const source = listAddress(listPaths[list], parameters ? readParameters(parameters) : {});
  return (
    <>
      <PageHeader
        title={titleOf(t, bulkAction)}
        crumbs={[{ label: t("title"), href: "/bulk-actions" }]}
        actions={
          mayAct && (
            <ClientMessages namespaces={["bulk"]}>
              {isOpen && <BulkActionForm id={id} step="cancel" />}
              {!isOpen && doneCount > 0 && !bulkAction.undoneById && undoOf[bulkAction.act] && (
                <BulkActionForm id={id} step="undo" />
              )}
            </ClientMessages>
          )
        }
      />
      {isOpen && <LiveRefresh everyMilliseconds={1000} />}
      <div className="flex flex-col gap-4">
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
                {state === "collecting"
                  ? t("collected", { count: total })
                  : t("progress", { worked, total })}
              </p>
            </div>
            <ProgressBar label={t("progressLabel")} value={worked} total={total} />
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
                ...(act === "pause-optimization"
                  ? [
                      {
                        label: t("pauseUntil"),
                        value: (
                          <Moment
                            value={bulkAction.pauseUntil}
                            as="moment"
                            fallback={t("pausedUntilResumed")}
                          />
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </div>
        </Card>
        <Card isFlush title={t("results")}>
          <BulkResults
            id={id}
            list={list}
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
      </div>
    </>
  );
}

type BulkAction = Awaited<ReturnType<typeof getBulkAction>>;

const titleOf = (
  t: Awaited<ReturnType<typeof getTranslations<"bulk">>>,
  { act, tagName }: BulkAction,
) => `${t(`acts.${act}`)}${tagName ? ` “${tagName}”` : ""}`;

/** The review before anything happens. */
async function Draft({
  viewer: { actor, organization },
  draft,
}: {
  viewer: Awaited<ReturnType<typeof requireMember>>;
  draft: BulkAction;
}) {
  const t = await getTranslations("bulk");
  const { id, list, act, tagName, parameters } = draft;
  const preview = await withErrorPages(() => previewBulkAction(actor, { id }));
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={titleOf(t, draft)}
        crumbs={[{ label: t("title"), href: "/bulk-actions" }]}
      />
      <ClientMessages namespaces={["bulk"]}>
        <BulkReview
          id={id}
          list={list}
          act={act}
          tag={tagName ?? ""}
          preview={preview}
          source={
            parameters === null
              ? undefined
              : listAddress(listPaths[list], readParameters(parameters))
          }
          mayStart={may(actor, "update", list)}
          timeZone={organization.timeZone}
        />
      </ClientMessages>
    </div>
  );
}
