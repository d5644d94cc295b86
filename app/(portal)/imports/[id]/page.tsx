import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { CopiedRowsPreview } from "@/components/imports/copied-rows-preview";
import { FilePreview } from "@/components/imports/file-preview";
import { ImportStateBadge } from "@/components/imports/import-state-badge";
import { ProblemList } from "@/components/imports/problem-list";
import { UndoResult } from "@/components/imports/undo-result";
import { buttonClasses, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { ProgressBar } from "@/components/ui/progress-bar";
import { readParameters } from "@/lib/core/lists/list-address";
import { getImport, listImportProblems } from "@/lib/operations/imports/read-imports";
import { listPaths } from "../../_lists/list-paths";
import { CancelForm, CheckCopyForm, RunForm, UndoForm } from "./import-forms";
import { MappingForm } from "./mapping-form";
import { ReadingForm } from "./reading-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("one") };
}

/** What is to be done before the rows can be checked. */
const hints = { reading: "readRows", waiting: "waitingHint", mapping: "mappingHint" } as const;

const isUnchecked = (state: string): state is keyof typeof hints => Object.hasOwn(hints, state);

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("imports");
  const problems = await getTranslations("problems");
  const format = await getFormatter();
  const found = await withErrorPages(async () => getImport(actor, await params));
  const { after, afterWarning } = readParameters(await searchParams);
  const { id, kind, state, rowCount, checkedCount, faultyCount, warnedCount, doneCount } = found;
  const listed = await withErrorPages(async () => ({
    problems: await listImportProblems(actor, { id, after }),
    warnings:
      warnedCount > 0
        ? await listImportProblems(actor, { id, list: "warnings", after: afterWarning })
        : { rows: [], next: undefined },
  }));
  const isOpen = ["reading", "checking", "running"].includes(state);
  const isOver = state === "done" || state === "cancelled" || state === "failed";
  const isUndoing = state === "running" && found.scope === "undo";
  const good = rowCount - faultyCount;
  const worked = state === "checking" ? checkedCount : doneCount;
  return (
    <>
      <PageHeader
        title={found.fileName}
        description={t("about", { kind: t(`kinds.${kind}`), count: rowCount })}
        crumbs={[{ label: t("title"), href: "/imports" }]}
        actions={
          isOver ? (
            <LinkButton href={kind === "energy-contract" ? listPaths["end-user"] : listPaths[kind]}>
              {t("toList")}
            </LinkButton>
          ) : (
            <ClientMessages namespaces={["imports"]}>
              <CancelForm id={id} />
            </ClientMessages>
          )
        }
      />
      {isOpen && <LiveRefresh everyMilliseconds={1000} />}
      <div className="flex flex-col gap-4">
        {found.problem && (
          <Notice tone="danger">{problems(found.problem as "importChanged")}</Notice>
        )}
        <Card>
          <div className="flex flex-col gap-4">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <ImportStateBadge state={found.undoneAt ? "undone" : state} />
              {isUndoing && <p className="text-sm text-ink-soft">{t("undoing")}</p>}
              <p role="status" className="text-sm text-ink-soft tabular-nums">
                {state === "checked"
                  ? [
                      t("verdict", { good, faulty: faultyCount }),
                      warnedCount > 0 && t("warned", { count: warnedCount }),
                      good > 0 &&
                        t("outcome", {
                          added: good - found.changingCount - found.unchangedCount,
                          changing: found.changingCount,
                          unchanged: found.unchangedCount,
                        }),
                    ]
                      .filter(Boolean)
                      .join("; ")
                  : isUnchecked(state)
                    ? t(hints[state], { count: rowCount })
                    : t(state === "checking" ? "checkedRows" : "importedRows", {
                        worked,
                        total: state === "checking" ? rowCount : good,
                      })}
              </p>
            </div>
            {(state === "checking" || state === "running" || isOver) && (
              <ProgressBar
                label={t("progress")}
                value={worked}
                total={state === "checking" ? rowCount : good}
              />
            )}
            {state === "checked" && good > 0 && (
              <ClientMessages namespaces={["imports"]}>
                <RunForm id={id} scope={faultyCount > 0 ? "good" : "all"} count={good} />
              </ClientMessages>
            )}
          </div>
        </Card>
        {found.undoneAt && <UndoResult undoneCount={found.undoneCount} kept={found.kept} />}
        {found.undoableUntil && (
          <Card isFlush>
            <Disclosure
              title={t("undo")}
              description={t("undoHint", {
                day: format.dateTime(found.undoableUntil, { dateStyle: "long" }),
              })}
              isDangerous
            >
              <ClientMessages namespaces={["imports"]}>
                <UndoForm id={id} />
              </ClientMessages>
            </Disclosure>
          </Card>
        )}
        {found.preview && (
          <Card title={t("reading")} description={t("readingHint")} isFlush>
            <FilePreview lines={found.preview.lines} headingLine={found.preview.headingLine} />
            <div className="border-t border-line px-5 py-4">
              <ClientMessages namespaces={["imports"]}>
                <ReadingForm
                  key={found.sheet}
                  id={id}
                  reading={found.preview}
                  lines={found.preview.lines}
                  sheet={found.sheet}
                  sheets={found.sheets}
                />
              </ClientMessages>
            </div>
          </Card>
        )}
        {found.source !== null && found.samples.length > 0 && (
          <Card
            title={t("firstRows")}
            description={t("firstRowsHint", { source: found.fileName })}
            isFlush
          >
            <CopiedRowsPreview headings={found.headings} samples={found.samples} />
          </Card>
        )}
        {found.source !== null && (state === "waiting" || state === "checked") && (
          <ClientMessages namespaces={["imports"]}>
            <CheckCopyForm id={id} />
          </ClientMessages>
        )}
        {found.source === null && (state === "mapping" || state === "checked") && (
          <Card title={t("mapping")} description={t("mappingDescription")}>
            <ClientMessages namespaces={["imports"]}>
              <MappingForm
                key={`${state} ${found.encoding} ${found.separator} ${found.headingLine} ${found.sheet}`}
                id={id}
                kind={kind}
                headings={found.headings}
                mapping={found.mapping}
                isMappingSaved={found.isMappingSaved}
                existing={found.existing}
                samples={found.samples[0]?.cells ?? []}
              />
            </ClientMessages>
          </Card>
        )}
        {(["problems", "warnings"] as const).map(
          (list) =>
            listed[list].rows.length > 0 && (
              <Card
                key={list}
                isFlush
                title={t(list)}
                description={t(`${list}Hint`)}
                actions={
                  list === "problems" && (
                    <a
                      href={`/imports/${id}/problems`}
                      className={buttonClasses({ size: "small" })}
                    >
                      {t("downloadFaulty")}
                    </a>
                  )
                }
              >
                <ProblemList
                  path={`/imports/${id}`}
                  parameter={list === "problems" ? "after" : "afterWarning"}
                  rows={listed[list].rows}
                  next={listed[list].next}
                  headings={found.headings}
                  mapping={found.mapping}
                />
              </Card>
            ),
        )}
      </div>
    </>
  );
}
