import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { problemText } from "@/components/form/problem-text";
import { buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { readParameters } from "@/lib/core/lists/list-address";
import { importFields, importKinds } from "@/lib/operations/imports/import-headings";
import { neededFields } from "@/lib/operations/imports/import-schema";
import { listImports } from "@/lib/operations/imports/read-imports";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("create") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewImportPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  // Refuses people without the right to import.
  await withErrorPages(() => listImports(actor, {}));
  const t = await getTranslations("imports");
  const problems = await getTranslations("problems");
  const format = await getFormatter();
  const { kind, problem } = readParameters(await searchParams);
  const chosen = importKinds.find((known) => known === kind) ?? "end-user";
  const isKnown = problem !== undefined && problems.has(problem.split(":")[0] as "format");
  return (
    <>
      <PageHeader
        title={t("create")}
        description={t("createHint")}
        crumbs={[{ label: t("title"), href: "/imports" }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <Card className="lg:col-span-2">
          <form
            method="post"
            encType="multipart/form-data"
            action="/imports/upload"
            aria-label={t("create")}
            className="flex flex-col gap-5"
          >
            {isKnown && <Notice tone="danger">{problemText(problems, format, problem)}</Notice>}
            <fieldset className="flex flex-wrap gap-x-5 gap-y-2 text-sm text-ink">
              <legend className="mb-2 font-medium">{t("kind")}</legend>
              {importKinds.map((value) => (
                <label key={value} className="flex items-center gap-2">
                  <input
                    type="radio"
                    name="kind"
                    value={value}
                    defaultChecked={value === chosen}
                    className="size-4 accent-accent"
                  />
                  {t(`kinds.${value}`)}
                </label>
              ))}
            </fieldset>
            <label className="flex flex-col gap-1.5 text-sm font-medium text-ink">
              {t("file")}
              <input
                type="file"
                name="file"
                required
                accept=".csv,.txt,.xlsx,text/csv"
                className="cursor-pointer rounded-xl border-2 border-dashed border-line-strong bg-sunken/40 px-5 py-12 text-center text-sm font-normal text-ink-soft file:mr-4 file:rounded-lg file:border file:border-line-strong file:bg-surface file:px-3 file:py-1.5 file:text-ink hover:border-accent"
              />
              <span className="text-[13px] font-normal text-ink-faint">{t("fileHint")}</span>
            </label>
            <div>
              <button type="submit" className={buttonClasses({ tone: "primary" })}>
                <Upload aria-hidden className="size-4" />
                {t("upload")}
              </button>
            </div>
          </form>
        </Card>
        <Card title={t("columns")} description={t("columnsHint")}>
          <dl className="flex flex-col gap-4 text-sm">
            {importKinds.map((value) => (
              <div key={value}>
                <dt className="font-medium text-ink">{t(`kinds.${value}`)}</dt>
                <dd className="mt-1 leading-6 text-ink-soft">
                  {Object.entries(importFields[value]).map(([field, [heading]], index) => (
                    <span key={field}>
                      {index > 0 && ", "}
                      <code className={neededFields[value].includes(field) ? "font-bold" : ""}>
                        {heading}
                      </code>
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </>
  );
}
