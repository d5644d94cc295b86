import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { z } from "zod";
import { Invalid, NotFound } from "@/lib/core/errors";
import type { Idempotency } from "@/lib/core/use-cases/idempotency-key";
import { parseInput } from "@/lib/core/validation/parse-input";
import type { ExpectedVersions } from "./conditional";
import { HttpProblem, invalid, problem } from "./problem";

type Schemas = {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  headers?: z.ZodType;
};

/** @throws HttpProblem 400, 415 or 422, NotFound for a path that names nothing */
export async function readRequest(context: Context, { params, query, body, headers }: Schemas) {
  const text = body ? await readJson(context) : { raw: "", value: undefined };
  return {
    raw: text.raw,
    params: params ? readParameters(params, context.req.param()) : {},
    query: query ? parseSent(query, readQuery(context)) : {},
    body: body ? parseSent(body, text.value) : undefined,
    headers: headers ? parseSent(headers, context.req.header()) : {},
  };
}

/** A schema of ours names fields as the client does, which the pointers of its problems keep. */
export function parseSent<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  try {
    return parseInput(schema, value);
  } catch (error) {
    if (error instanceof Invalid) throw new HttpProblem(invalid(error.fields, toPointerPart));
    throw error;
  }
}

/** Escapes a part of a JSON pointer (RFC 6901, 3). */
const toPointerPart = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** An id that is none names nothing. */
function readParameters(schema: z.ZodType, given: Record<string, string>) {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new NotFound();
  return parsed.data;
}

/** Each parameter once; an empty one counts as absent. */
function readQuery(context: Context): Record<string, string> {
  return Object.fromEntries(
    Object.entries(context.req.query()).filter(([, value]) => value !== ""),
  );
}

export async function readJson(context: Context): Promise<{ raw: string; value: unknown }> {
  const type = context.req.header("content-type");
  if (!type || !/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    throw new HttpProblem(problem("unsupported_media_type"));
  }
  const raw = await context.req.text();
  try {
    return { raw, value: JSON.parse(raw) };
  } catch {
    throw new HttpProblem(problem("malformed_json"));
  }
}

/**
 * The versions of a record that If-Match names (RFC 9110, 13.1.1): a tag that is none of ours matches none.
 * @returns undefined when any will do
 */
export function readExpectedVersions(context: Context): ExpectedVersions {
  const header = context.req.header("if-match")?.trim();
  if (!header || header === "*") return undefined;
  return header
    .split(",")
    .flatMap((tag) => /^"(\d{1,9})"$/.exec(tag.trim())?.[1] ?? [])
    .map(Number);
}

/** Whether If-None-Match names the state that would be sent (RFC 9110, 13.1.2). */
export function isKnown(context: Context, entityTag: string | null): boolean {
  const header = context.req.header("if-none-match")?.trim();
  if (!header || !entityTag) return false;
  const tags = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return header === "*" || tags.includes(entityTag);
}

const longestKey = 255;

/** The key by which a call can be sent again. @throws HttpProblem 422 */
export function readIdempotency(context: Context, raw: string): Idempotency | undefined {
  const key = context.req.header("idempotency-key");
  if (!key) return undefined;
  if (key.length > longestKey) {
    throw new HttpProblem(invalid({ "Idempotency-Key": `tooLong:${longestKey}` }));
  }
  const url = new URL(context.req.url);
  const asked = `${context.req.method} ${url.pathname}${url.search}\n${raw}`;
  const requestHash = createHash("sha256").update(asked).digest();
  return { key, requestHash, steps: 0, isReplay: false };
}
