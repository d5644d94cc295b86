import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { readParameters } from "@/components/data-table/list-address";
import { ImportStateBadge } from "@/components/imports/import-state-badge";
import { ProblemList } from "@/components/imports/problem-list";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { ProgressBar } from "@/components/ui/progress-bar";
import { getImport, listImportProblems } from "@/lib/operations/imports/read-imports";
import { CancelForm, MappingForm, RunForm } from "./import-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("one") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const lists = { "end-user": "/users", building: "/buildings", device: "/devices" };

export default async function ImportPage({ params, searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("imports");
  const problems = await getTranslations("problems");
  const found = await withErrorPages(async () => getImport(actor, await params));
  const { after } = readParameters(await searchParams);
  const { rows, next } = await withErrorPages(() =>
    listImportProblems(actor, { id: found.id, after }),
  );
  const { id, kind, state, rowCount, checkedCount, faultyCount, doneCount } = found;
  const isOpen = state === "checking" || state === "running";
  const isOver = state === "done" || state === "cancelled" || state === "failed";
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
            <LinkButton href={lists[kind]}>{t("toList")}</LinkButton>
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
              <ImportStateBadge state={state} />
              <p role="status" className="text-sm text-ink-soft tabular-nums">
                {state === "checked"
                  ? [
                      t("verdict", { good, faulty: faultyCount }),
                      found.changingCount > 0 && t("changing", { count: found.changingCount }),
                    ]
                      .filter(Boolean)
                      .join("; ")
                  : state === "mapping"
                    ? t("mappingHint")
                    : t(state === "checking" ? "checkedRows" : "importedRows", {
                        worked,
                        total: state === "checking" ? rowCount : good,
                      })}
              </p>
            </div>
            {(isOpen || isOver) && (
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
        {(state === "mapping" || state === "checked") && (
          <Card title={t("mapping")} description={t("mappingDescription")}>
            <ClientMessages namespaces={["imports"]}>
              <MappingForm
                key={state}
                id={id}
                kind={kind}
                headings={found.headings}
                mapping={found.mapping}
                existing={found.existing}
                samples={found.samples[0]?.cells ?? []}
              />
            </ClientMessages>
          </Card>
        )}
        {rows.length > 0 && (
          <Card isFlush title={t("problems")} description={t("problemsHint")}>
            <ProblemList
              path={`/imports/${id}`}
              rows={rows}
              next={next}
              headings={found.headings}
              mapping={found.mapping}
            />
          </Card>
        )}
      </div>
    </>
  );
}
