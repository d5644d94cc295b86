/** The parameters of a list's address, as the browser sent them. */
export type ListParameters = Record<string, string>;

/** Where parameters come from: what Next passes to a page, the fields of a form, or a query. */
type ParameterSource = Record<string, string | string[] | undefined> | FormData | URLSearchParams;

/** Parameters that arrange a list. All others choose records. */
const arranging = ["sort", "direction", "size"];

/**
 * Reads the parameters of an address: one value for each, the first where it repeats one, and none that is empty.
 * @param source a text is a query
 * @param multiple names that may have several values, as checkboxes send them: joined by commas
 */
export function readParameters(
  source: ParameterSource | string,
  multiple: readonly string[] = [],
): ListParameters {
  const given = typeof source === "string" ? new URLSearchParams(source) : source;
  const isList = given instanceof URLSearchParams || given instanceof FormData;
  const parameters: ListParameters = {};
  for (const [name, value] of isList ? given : Object.entries(given)) {
    const values = Array.isArray(value) ? value : [value];
    const read = multiple.includes(name)
      ? joinValues([...(parameters[name]?.split(",") ?? []), ...values])
      : values[0];
    // Names like `toString` would hide what every object has, which React calls on what it sends to the browser.
    if (name in Object.prototype) continue;
    if (Object.hasOwn(parameters, name) && !multiple.includes(name)) continue;
    if (typeof read === "string" && read !== "") parameters[name] = read;
  }
  return parameters;
}

const joinValues = (values: unknown[]): string =>
  [...new Set(values.filter((value) => typeof value === "string" && value !== ""))].join(",");

/** Writes parameters as the query that `readParameters` reads. */
export const toQuery = (parameters: ListParameters): string =>
  new URLSearchParams(parameters).toString();

/** The query of a list without its page and in one order, so that equal lists have equal queries. */
export function toViewQuery({ cursor, ...parameters }: ListParameters): string {
  const query = new URLSearchParams(parameters);
  query.sort();
  return query.toString();
}

/** Separates the parameters that choose records from those that arrange them. The cursor is neither. */
export function splitParameters({ cursor, ...parameters }: ListParameters) {
  const entries = Object.entries(parameters);
  return {
    filters: Object.fromEntries(entries.filter(([name]) => !arranging.includes(name))),
    arrangement: Object.fromEntries(entries.filter(([name]) => arranging.includes(name))),
  };
}

/**
 * The address of the same list with some parameters changed; undefined removes one. Paging starts over unless a
 * cursor is given.
 */
export function listAddress(
  path: string,
  { cursor, ...parameters }: ListParameters,
  changes: Record<string, string | undefined> = {},
): string {
  const query = toQuery(readParameters({ ...parameters, ...changes }));
  return query === "" ? path : `${path}?${query}`;
}
