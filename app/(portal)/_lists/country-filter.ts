import { getFormatter } from "next-intl/server";
import type { ListFilter } from "@/components/data-table/list-toolbar";

/** The filter of a list by country, in the reader's language and its order; none where there is no country. */
export async function countryFilter(label: string, countries: string[]): Promise<ListFilter[]> {
  const format = await getFormatter();
  const options = countries
    .map((value) => ({ value, label: format.displayName(value, { type: "region" }) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return options.length > 0 ? [{ name: "country", label, options }] : [];
}
