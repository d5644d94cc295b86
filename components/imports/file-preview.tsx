import { getTranslations } from "next-intl/server";
import { cn } from "@/components/ui/class-names";

type Props = { lines: { line: number; cells: string[] }[]; headingLine: number };

/** The first lines of a file, cut into cells, with the headings marked. */
export async function FilePreview({ lines, headingLine }: Props) {
  const t = await getTranslations("imports");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section className="overflow-x-auto" aria-label={t("preview")} tabIndex={0}>
      <table className="w-full text-left text-[13px]">
        <caption className="sr-only">{t("preview")}</caption>
        <tbody className="divide-y divide-line">
          {lines.map(({ line, cells }) => (
            <tr
              key={line}
              className={cn(
                line === headingLine && "bg-sunken font-medium text-ink",
                line < headingLine && "text-ink-faint",
              )}
            >
              <th
                scope="row"
                className="px-5 py-2 max-sm:px-3 text-right font-normal tabular-nums text-ink-faint"
              >
                <span className="sr-only">{t("line")} </span>
                {line}
              </th>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <td key={column} className="max-w-56 truncate px-3 py-2 whitespace-pre">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
