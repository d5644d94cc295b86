import "server-only";
import { requiredScopes, roleScopesOf } from "@/partner-api/needs";
import { openApiDocument } from "@/partner-api/open-api-document";
import { operations } from "@/partner-api/operations";

export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  description?: string;
  default?: unknown;
  example?: unknown;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

export type DescribedField = {
  name: string;
  type: string;
  isRequired: boolean;
  description: string | undefined;
};

export type DescribedOperation = {
  id: string;
  method: string;
  /** Below the base path. */
  path: string;
  summary: string;
  description: string | undefined;
  scopes: string[];
  roles: ReturnType<typeof roleScopesOf>;
  pathFields: DescribedField[];
  query: DescribedField[];
  headers: DescribedField[];
  body: DescribedField[];
  /** A body to begin with. */
  example: string | undefined;
  answer: { isList: boolean; fields: DescribedField[] } | undefined;
  statuses: { status: string; words: string }[];
};

type DescribedTag = { tag: string; operations: DescribedOperation[] };

let described: DescribedTag[] | undefined;

/** The API's operations by what they are about, as the document has them. */
export function describedOperations(): DescribedTag[] {
  described ??= describeAll();
  return described;
}

function describeAll(): DescribedTag[] {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return tags.map((tag) => ({
    tag,
    operations: operations.filter((operation) => operation.tag === tag).map(describe),
  }));
}

function describe(operation: (typeof operations)[number]): DescribedOperation {
  const { id, method, path, summary, description } = operation;
  const described = openApiDocument().paths?.[path]?.[method] as {
    parameters?: (Omit<Schema, "required"> & {
      in: string;
      name: string;
      required?: boolean;
      schema: Schema;
    })[];
    requestBody?: { content: Record<string, { schema: Schema }> };
    responses: Record<
      string,
      {
        description: string;
        content?: Record<string, { schema: Schema; "x-itemSchema"?: Schema }>;
      }
    >;
  };
  const parameters = (place: string) =>
    (described.parameters ?? [])
      .filter((parameter) => parameter.in === place)
      .map(({ name, required, schema, description: words }) =>
        fieldOf(name, schema, required ?? false, words),
      );
  const body = described.requestBody?.content["application/json"]?.schema;
  const [content] = Object.values(described.responses["200"]?.content ?? {});
  const line = content?.["x-itemSchema"];
  const answer = line ?? content?.schema;
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary,
    description,
    scopes: requiredScopes(operation),
    roles: roleScopesOf(operation),
    pathFields: parameters("path"),
    query: parameters("query"),
    headers: parameters("header"),
    body: body ? fieldsOf(body) : [],
    example: body && JSON.stringify(exampleOf(body), null, 2),
    answer: answer && {
      isList: resolved(answer).type === "array",
      fields: fieldsOf(resolved(answer).items ?? answer),
    },
    statuses: Object.entries(described.responses).map(([status, response]) => ({
      status,
      words: response.description,
    })),
  };
}

export function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  const found = name ? openApiDocument().components?.schemas?.[name] : undefined;
  return (found as Schema | undefined) ?? schema;
}

/** The choices but for null, which every nullable field has. */
function withoutNull(schema: Schema): Schema[] {
  const choices = schema.anyOf ?? schema.oneOf ?? [];
  return choices.map(resolved).filter(({ type }) => type !== "null");
}

export function fieldsOf(given: Schema): DescribedField[] {
  const schema = resolved(given);
  const choices = withoutNull(schema);
  const { properties = {}, required = [] } = choices.at(-1) ?? schema;
  return Object.entries(properties).map(([name, field]) =>
    fieldOf(name, field, required.includes(name)),
  );
}

function fieldOf(
  name: string,
  schema: Schema,
  isRequired: boolean,
  description = schema.description,
): DescribedField {
  return { name, type: typeOf(schema), isRequired, description };
}

function typeOf(given: Schema): string {
  const schema = resolved(given);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(" | ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.type === "array") return `list of ${typeOf(schema.items ?? {})}`;
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  const limits = [
    schema.minimum !== undefined && `from ${schema.minimum}`,
    schema.maximum !== undefined && `to ${schema.maximum}`,
    schema.maxLength !== undefined && `at most ${schema.maxLength} characters`,
  ].filter(Boolean);
  const isSafe = schema.maximum !== Number.MAX_SAFE_INTEGER;
  const told = schema.format ?? type;
  return limits.length > 0 && isSafe ? `${told}, ${limits.join(" ")}` : told;
}

const exampleId = "0197f3a0-7c2e-7b1d-9a55-3f6f0f0c8e21";

/** What the required fields of a body or message might hold, and those with an example. */
export function exampleOf(given: Schema): unknown {
  const schema = resolved(given);
  if (schema.example !== undefined) return schema.example;
  const [choice] = withoutNull(schema);
  if (choice) return exampleOf(choice);
  if (schema.enum) return schema.enum.at(-1);
  if (schema.const !== undefined) return schema.const;
  if (schema.format === "uuid") return exampleId;
  if (schema.properties) {
    const shown = Object.entries(schema.properties).filter(
      ([name, field]) => schema.required?.includes(name) || resolved(field).example !== undefined,
    );
    return Object.fromEntries(shown.map(([name, field]) => [name, exampleOf(field)]));
  }
  if (schema.type === "array") return [exampleOf(schema.items ?? {})];
  return schema.type === "string" ? "" : schema.type === "boolean" ? true : 0;
}
