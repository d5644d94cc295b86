import { getFormatter, getTranslations } from "next-intl/server";
import { problemText } from "@/components/form/problem-text";
import { LinkButton } from "@/components/ui/button";
import { type ImportMapping, sourceColumnsOf } from "@/lib/operations/imports/column-mapping";

type Row = { line: number; cells: string[]; problems: Record<string, string> | null };

type Props = {
  path: string;
  /** The name of the address's parameter that pages this list. */
  parameter: string;
  rows: Row[];
  next: number | undefined;
  headings: string[];
  mapping: ImportMapping;
};

/** What is wrong with a file, by line and column, with what stands there. */
export async function ProblemList({ path, parameter, rows, next, headings, mapping }: Props) {
  const t = await getTranslations("imports");
  const problems = await getTranslations("problems");
  const format = await getFormatter();
  const headingOf = (field: string, columns: number[]) => {
    if (field === "row") return t("wholeRow");
    if (columns.length === 0) return field;
    return columns
      .map((column) => headings[column] || t("columnNumber", { number: column + 1 }))
      .join(" + ");
  };
  const listed = rows.flatMap(({ line, cells, problems: ofRow }) =>
    Object.entries(ofRow ?? {}).map(([field, problem]) => {
      const columns = sourceColumnsOf(mapping, field);
      return {
        line,
        field,
        heading: headingOf(field, columns),
        cell: columns.map((column) => cells[column] ?? "").join(" "),
        said: problemText(problems, format, problem),
      };
    }),
  );
  return (
    <>
      <div className="overflow-x-auto">
        <table className="w-full text-left text-sm">
          <thead className="border-b border-line text-[13px] text-ink-faint">
            <tr>
              {(["line", "column", "cell", "problem"] as const).map((heading) => (
                <th key={heading} scope="col" className="px-5 py-2.5 max-sm:px-3 font-medium">
                  {t(heading)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {listed.map((row) => (
              <tr key={`${row.line} ${row.field}`}>
                <td className="px-5 py-2.5 max-sm:px-3 tabular-nums text-ink-soft">{row.line}</td>
                <td className="px-5 py-2.5 max-sm:px-3 text-ink-soft">{row.heading}</td>
                <td className="max-w-72 truncate px-5 py-2.5 max-sm:px-3 font-mono text-[13px] text-ink">
                  {row.cell || "–"}
                </td>
                <td className="px-5 py-2.5 max-sm:px-3 text-danger">{row.said}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {next !== undefined && (
        <div className="border-t border-line px-5 py-3 text-right">
          <LinkButton size="small" href={`${path}?${parameter}=${next}`}>
            {t("more")}
          </LinkButton>
        </div>
      )}
    </>
  );
}
