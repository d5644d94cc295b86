import { snakeCase } from "change-case";
import { z } from "@/lib/core/validation/problems";

/** The search, filters and sorts of one of the portal's lists, as the query of an operation takes them. */
export function filtersOfList(filters: Record<string, z.ZodType>, sorts: readonly string[]) {
  const offered = {
    search: z.string().max(200).optional(),
    ...filters,
    sort: z.enum(sorts).optional(),
    direction: z.enum(["asc", "desc"]).optional(),
  };
  const entries = Object.entries(offered).map(([name, schema]) => ({
    name,
    apiName: snakeCase(name),
    schema,
  }));
  return {
    query: Object.fromEntries(entries.map(({ apiName, schema }) => [apiName, schema])),
    /** What a query asks of the list, by the list's own names. */
    toListFilters: (query: Record<string, unknown>) =>
      Object.fromEntries(
        entries
          .map(({ name, apiName }) => [name, query[apiName]])
          .filter(([, value]) => value !== undefined),
      ),
  };
}
