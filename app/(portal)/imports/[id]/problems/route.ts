import { getFormatter, getTranslations } from "next-intl/server";
import { csvDownload } from "@/app/_server/download";
import { exportFormatOf, todayIn } from "@/app/_server/export-format";
import { routeHandler } from "@/app/_server/route-handler";
import { requireMember } from "@/app/_server/viewer";
import { problemText } from "@/components/form/problem-text";
import { forStreaming } from "@/lib/core/access/actor";
import { readFaultyRows } from "@/lib/operations/imports/read-imports";

type Page = Awaited<ReturnType<typeof readFaultyRows>>;
type Context = { params: Promise<{ id: string }> };

const REASON = "reason";

/** The rows of an import that have a problem, as they stand in the file, with a column that says why. */
export const GET = routeHandler(async (_request: Request, { params }: Context) => {
  const viewer = await requireMember();
  const actor = forStreaming(viewer.actor);
  const { id } = await params;
  const first = await readFaultyRows.from(actor, { id });
  const t = await getTranslations("imports");
  const problems = await getTranslations("problems");
  const format = await getFormatter();
  const explain = (problem: string) => problemText(problems, format, problem);
  const reasonsOf = ({ problems: ofRow }: Page["rows"][number]) =>
    Object.entries(ofRow ?? {})
      .map(([field, problem]) => {
        const said = explain(problem);
        const isOfField = field in first.mapping;
        return isOfField ? `${t(`fields.${field as "email"}`)}: ${said}` : said;
      })
      .join(" ");
  async function* rows() {
    for (let page: Page = first; ; page = await readFaultyRows(actor, { id, after: page.next })) {
      for (const row of page.rows) {
        yield { ...Object.fromEntries(row.cells.entries()), [REASON]: reasonsOf(row) };
      }
      if (page.next === undefined) return;
    }
  }
  const columns = [
    ...first.headings.map((header, column) => ({ key: String(column), header })),
    { key: REASON, header: t("reason") },
  ];
  const fileName = `${t("faultyRowsFile")}-${todayIn(viewer.organization)}`;
  return csvDownload(fileName, columns, rows(), await exportFormatOf(viewer));
});
