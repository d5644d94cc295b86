/**
 * The shape of a JSON value: objects by the fields that have to be there, arrays by what each of their elements is,
 * `<kind>` of a value, and anything else as itself. A question mark allows null: `<text?>`. Alternatives are named:
 * `<ok|error>`.
 */
export type Shape = string | number | boolean | null | readonly Shape[] | { [name: string]: Shape };

const isInstant = (text: string) => /T.*Z$/.test(text) && !Number.isNaN(Date.parse(text));

const kinds: Record<string, (value: unknown) => boolean> = {
  any: () => true,
  bool: (value) => typeof value === "boolean",
  int: Number.isInteger,
  number: (value) => typeof value === "number",
  text: (value) => typeof value === "string",
  uuid: (value) =>
    typeof value === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value),
  "date-time": (value) => typeof value === "string" && isInstant(value),
  date: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value),
  time: (value) => typeof value === "string" && /^\d\d:\d\d$/.test(value),
  url: (value) => typeof value === "string" && URL.canParse(value),
};

function isKind(kind: string, value: unknown): boolean {
  return kinds[kind]?.(value) ?? kind.split("|").some((choice) => choice === value);
}

/** @returns each place where a value is not of a shape, with what is there */
export function findMismatches(shape: Shape, value: unknown, place = ""): string[] {
  const mismatch = [`${place || "/"}: ${JSON.stringify(value) ?? "missing"}`];
  if (typeof shape === "string") {
    const [, kind, mayBeNull] = /^<([^?]+)(\?)?>$/.exec(shape) ?? [];
    if (kind === undefined) return shape === value ? [] : mismatch;
    if (value === undefined) return mismatch;
    return (mayBeNull && value === null) || isKind(kind, value) ? [] : mismatch;
  }
  if (typeof shape !== "object" || shape === null) return Object.is(shape, value) ? [] : mismatch;
  if (isList(shape)) {
    const [element = "<any>"] = shape;
    if (!Array.isArray(value)) return mismatch;
    return value.flatMap((each, index) => findMismatches(element, each, `${place}/${index}`));
  }
  if (typeof value !== "object" || value === null) return mismatch;
  const fields = new Map(Object.entries(value));
  return Object.entries(shape).flatMap(([name, field]) =>
    findMismatches(field, fields.get(name), `${place}/${name}`),
  );
}

const isList = (shape: Shape): shape is readonly Shape[] => Array.isArray(shape);
