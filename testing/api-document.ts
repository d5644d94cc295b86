import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { linesMediaType } from "../partner-api/http/lines";
import { openApiDocument } from "../partner-api/open-api-document";
import type { Operation } from "../partner-api/operation";

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(openApiDocument(), "api");

type Described = { responses: Record<string, { content?: Record<string, unknown> }> };

/** An operation as the document has it. */
export function describedOperation({ path, method }: Operation): Described & {
  parameters?: { in: string; name: string; schema: object; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: object }> };
} {
  const found = openApiDocument().paths?.[path]?.[method];
  if (!found) throw new Error(`${method} ${path} is not in the document.`);
  return found as never;
}

const validators = new Map<string, ValidateFunction>();

function validatorOf(pointer: string): ValidateFunction {
  const found = validators.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
  validators.set(pointer, found);
  return found;
}

const inPointer = (name: string) =>
  encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));

/**
 * What an answer has that the document does not: a status, a media type, a body of another shape.
 * @returns undefined for an answer as documented
 */
export async function strayFrom(
  operation: Operation,
  response: Response,
): Promise<string | undefined> {
  const status = String(response.status);
  const documented = describedOperation(operation).responses[status];
  const text = await response.clone().text();
  if (!documented) return `status ${status}: ${text}`;
  const type = response.headers.get("content-type")?.split(";")[0];
  if (!documented.content) return text === "" ? undefined : `a body: ${text}`;
  if (!type || !documented.content[type]) return `media type ${type}`;
  if (!type.endsWith("json")) return undefined;
  const pointer = ["paths", operation.path, operation.method, "responses", status, "content", type];
  const isOfLines = type === linesMediaType;
  const schema = isOfLines ? "x-itemSchema" : "schema";
  const isValid = validatorOf(`/${[...pointer, schema].map(inPointer).join("/")}`);
  const values = isOfLines ? text.trim().split("\n") : [text];
  if (values.every((value) => isValid(JSON.parse(value)))) return undefined;
  return `${ajv.errorsText(isValid.errors)} in ${text.slice(0, 1000)}`;
}
