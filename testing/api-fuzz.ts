import fc from "fast-check";
import { openApiDocument } from "../partner-api/open-api-document";
import type { Operation } from "../partner-api/operation";
import { describedOperation } from "./api-document";

export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
};

/** What nobody should send: other types, depths, lengths, characters that mean something elsewhere. */
const nonsense = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    "",
    "\u0000",
    "' or 1=1 --",
    "<script>",
    "../../etc/passwd",
    -0,
    1e308,
    Number.MAX_SAFE_INTEGER,
    "9".repeat(400),
    "é".repeat(300),
    "2026-02-30T25:61:00Z",
    "\ud800",
    { toString: null },
    { __proto__: null, constructor: 1 },
  ),
);

const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("Huber", "Öß é", "%", "_", "a b", "wattdesk"),
);

export function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  if (!name) return schema;
  return (openApiDocument().components?.schemas?.[name] ?? {}) as Schema;
}

/** Values that a schema allows, more or less: what it says of forms and lengths is not always heeded. */
function valuesOf(given: Schema): fc.Arbitrary<unknown> {
  const schema = resolved(given);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(valuesOf));
  if (schema.allOf) return valuesOf(Object.assign({}, ...schema.allOf.map(resolved)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "integer":
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 100_000 });
    case "number":
      return fc.double({
        min: schema.minimum ?? -1000,
        max: schema.maximum ?? 1000,
        noNaN: true,
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(valuesOf(schema.items ?? {}), { maxLength: 3 });
    case "object":
      return recordsOf(schema);
    case "string":
      return textsOf(schema);
    default:
      return nonsense;
  }
}

function textsOf({ format }: Schema): fc.Arbitrary<string> {
  if (format === "uuid") return fc.uuid();
  if (format === "date-time") {
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  }
  if (format === "date") {
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  }
  return words;
}

function recordsOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, schema]) => [
    name,
    fc.oneof({ weight: 9, arbitrary: valuesOf(schema) }, { weight: 1, arbitrary: nonsense }),
  ]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: required as never });
}

export type FuzzedRequest = {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  headers: Record<string, string>;
};

/** Requests that the document of an operation brings to mind, and worse ones. */
export function requestsOf(operation: Operation): fc.Arbitrary<FuzzedRequest> {
  const { parameters = [], requestBody } = describedOperation(operation);
  const of = (place: string, required: boolean) => {
    const fields = parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, schema }) => [
        name,
        fc
          .oneof({ weight: 9, arbitrary: valuesOf(schema) }, { weight: 1, arbitrary: words })
          .map(String)
          // Without a part a path is another one.
          .filter((text) => place !== "path" || !["", ".", ".."].includes(text)),
      ]);
    const record = Object.fromEntries(fields) as Record<string, fc.Arbitrary<string>>;
    return fc.record(record, required ? {} : { requiredKeys: [] });
  };
  const schema = requestBody?.content["application/json"]?.schema;
  return fc.record({
    params: of("path", true),
    query: of("query", false),
    headers: fc.record(
      {
        "idempotency-key": fc.stringMatching(/^[\w-]{1,300}$/),
        "if-match": fc.constantFrom('"1"', '"2"', "*", 'W/"1"', "nonsense"),
      },
      { requiredKeys: [] },
    ),
    body: schema
      ? fc.oneof(
          { weight: 9, arbitrary: valuesOf(schema as Schema) },
          { weight: 1, arbitrary: nonsense },
        )
      : fc.constant(undefined),
  }) as fc.Arbitrary<FuzzedRequest>;
}
