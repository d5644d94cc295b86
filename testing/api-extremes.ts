import type { Operation } from "../partner-api/operation";
import { describedOperation } from "./api-document";
import { resolved, type Schema } from "./api-fuzz";
import type { ApiRequest } from "./call-api";

const days = [
  "0000-01-01",
  "0001-01-01",
  "1582-10-15",
  "1970-01-01",
  "2000-02-29",
  "2023-02-29",
  "2026-02-30",
  "9999-12-30",
  "9999-12-31",
  "10000-01-01",
  "+010000-01-01",
  "-000001-01-01",
];

const texts = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "a\nb",
  "\u202e",
  "x".repeat(10_000),
  "é".repeat(300),
  "%",
  "\\",
  "'",
  "__proto__",
  "null",
  "NaN",
];

const timestamps = [
  ...days.map((day) => `${day}T00:00:00Z`),
  "9999-12-31T23:59:59.999Z",
  "9999-12-31T23:59:60Z",
  "2026-01-01T00:00:00+14:00",
  "0001-01-01T00:00:00+14:00",
  "9999-12-31T23:59:59-12:00",
  "2026-01-01T24:00:00Z",
  "2026-01-01",
];

const numbersOf = ({ minimum = 0, maximum = 100 }: Schema) => [
  minimum,
  minimum - 1,
  maximum,
  maximum + 1,
  0,
  -0,
  0.1,
  -1,
  1e308,
  -1e308,
  5e-324,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  2 ** 31,
  2 ** 63,
];

/** The ends of what a schema allows, and what lies past them. */
function extremesOf(given: Schema): unknown[] {
  const schema = resolved(given);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.flatMap(extremesOf))];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  const wrongTypes = [null, [], {}, [[]], true];
  switch (type) {
    case "integer":
    case "number":
      return [...numbersOf(schema), "NaN", "Infinity", "1e999", "", ...wrongTypes];
    case "array": {
      const items = extremesOf(schema.items ?? {});
      return [...items.map((item) => [item]), Array(1001).fill(items[0]), {}, "", null];
    }
    case "string":
      if (schema.format === "date") return [...days, ...texts, 0, ...wrongTypes];
      if (schema.format === "date-time") return [...timestamps, ...texts, 0, ...wrongTypes];
      return [...texts, ...(schema.enum ?? []), 0, 1e308, ...wrongTypes];
    default:
      return [...texts, 0, ...wrongTypes];
  }
}

const asText = (value: unknown) =>
  typeof value === "object" ? JSON.stringify(value) : String(value);

/** Each request that differs from a good one in one parameter or field, which is at an extreme. */
export function* extremeRequests(operation: Operation, call: ApiRequest): Generator<ApiRequest> {
  const { parameters = [], requestBody } = describedOperation(operation);
  for (const { in: place, name, schema } of parameters) {
    for (const value of extremesOf(schema).map(asText)) {
      if (place === "query") yield { ...call, query: { ...call.query, [name]: value } };
      const isPart = value !== "" && value.isWellFormed();
      if (place === "path" && isPart) yield { ...call, params: { ...call.params, [name]: value } };
    }
  }
  // Dates are compared with each other: both ends of a range go to an extreme together, too.
  const dated = parameters.filter(({ schema }) => /^date/.test((schema as Schema).format ?? ""));
  for (const value of [...days, ...timestamps]) {
    const query = Object.fromEntries(dated.map(({ name }) => [name, value]));
    if (dated.length > 1) yield { ...call, query: { ...call.query, ...query } };
  }
  const schema = requestBody?.content["application/json"]?.schema as Schema | undefined;
  if (!schema) return;
  for (const body of [null, [], "", 0, {}, [null], Array(1001).fill({})]) yield { ...call, body };
  yield* bodiesWith(schema, call.body, (body) => ({ ...call, body }));
}

/** Goes through every field of a body, and of the objects within it. */
function* bodiesWith(
  given: Schema,
  good: unknown,
  toRequest: (body: unknown) => ApiRequest,
): Generator<ApiRequest> {
  const schema = resolved(given);
  const record = typeof good === "object" && good !== null ? good : {};
  if (schema.type === "array" && schema.items) {
    const [first] = Array.isArray(good) ? good : [];
    yield* bodiesWith(schema.items, first, (item) => toRequest([item]));
  }
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    for (const value of extremesOf(field)) yield toRequest({ ...record, [name]: value });
    const inner = (record as Record<string, unknown>)[name];
    yield* bodiesWith(field, inner, (value) => toRequest({ ...record, [name]: value }));
  }
}
