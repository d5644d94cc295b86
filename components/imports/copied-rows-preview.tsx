import { getTranslations } from "next-intl/server";

type Props = { headings: string[]; samples: { line: number; cells: string[] }[] };

/** Columns that hold ids of the source, which say nothing to a person. */
const idColumns = ["owner", "building"];

/** The first rows that were read from another installation: the columns that are filled and that people know. */
export async function CopiedRowsPreview({ headings, samples }: Props) {
  const t = await getTranslations("imports");
  const kinds = await getTranslations("devices.kinds");
  const columns = headings.flatMap((heading, column) => {
    const label = `fields.${heading}` as "fields.email";
    const isFilled = samples.some(({ cells }) => cells[column]);
    if (!isFilled || idColumns.includes(heading) || !t.has(label)) return [];
    return [{ heading, column, label: t(label) }];
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
    <section className="overflow-x-auto" aria-label={t("firstRows")} tabIndex={0}>
      <table className="w-full text-left text-[13px]">
        <caption className="sr-only">{t("firstRows")}</caption>
        <thead>
          <tr className="bg-sunken font-medium text-ink">
            {columns.map(({ heading, label }) => (
              <th key={heading} scope="col" className="px-5 py-2 max-sm:px-3 font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {samples.map(({ line, cells }) => (
            <tr key={line}>
              {columns.map(({ heading, column }) => {
                const cell = cells[column] ?? "";
                const kind = cell as "heat_pump";
                return (
                  <td key={heading} className="max-w-56 truncate px-5 py-2 max-sm:px-3">
                    {heading === "kind" && kinds.has(kind) ? kinds(kind) : cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
