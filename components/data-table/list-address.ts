/** The parameters of a list's address, as the browser sent them. */
export type ListParameters = Record<string, string>;

type SearchParams = Record<string, string | string[] | undefined>;

/** One value for each parameter; the first where an address repeats one, and none that is empty. */
export function readParameters(searchParams: SearchParams): ListParameters {
  const parameters: ListParameters = {};
  for (const [name, value] of Object.entries(searchParams)) {
    const first = Array.isArray(value) ? value[0] : value;
    // Names like `toString` would hide what every object has, which React calls on what it sends to the browser.
    if (name in Object.prototype) continue;
    if (first !== undefined && first !== "") parameters[name] = first;
  }
  return parameters;
}

/**
 * The address of the same list with some parameters changed; undefined removes one. Everything
 * changed, paging starts over unless a cursor is given.
 */
export function listAddress(
  path: string,
  parameters: ListParameters,
  changes: Record<string, string | undefined>,
): string {
  const { cursor, ...kept } = parameters;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...kept, ...changes })) {
    if (value !== undefined && value !== "") query.set(name, value);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
