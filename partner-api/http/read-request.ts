import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { z } from "zod";
import { NotFound } from "@/lib/core/errors";
import type { Idempotency } from "@/lib/core/use-cases/idempotency-key";
import { parseInput } from "@/lib/core/validation/parse-input";
import { HttpProblem, invalid } from "./problem";

type Schemas = { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType };

/** @throws HttpProblem 400, 415 or 422, NotFound for a path that names nothing */
export async function readRequest(context: Context, { params, query, body }: Schemas) {
  const text = body ? await readJson(context) : { raw: "", value: undefined };
  return {
    raw: text.raw,
    params: params ? readParameters(params, context.req.param()) : {},
    query: query ? parseInput(query, readQuery(context)) : {},
    body: body ? parseInput(body, text.value) : undefined,
  };
}

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

async function readJson(context: Context): Promise<{ raw: string; value: unknown }> {
  const type = context.req.header("content-type");
  if (!type || !/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    throw new HttpProblem({
      status: 415,
      code: "unsupported_media_type",
      title: "Send the body as application/json.",
    });
  }
  const raw = await context.req.text();
  try {
    return { raw, value: JSON.parse(raw) };
  } catch {
    throw new HttpProblem({
      status: 400,
      code: "malformed_json",
      title: "The body is no JSON that can be read.",
    });
  }
}

/** The version that If-Match names. @throws HttpProblem 412 for what was never a version of ours */
export function readVersion(context: Context): number | undefined {
  const header = context.req.header("if-match");
  if (!header || header === "*") return undefined;
  const [, version] = /^"(\d{1,9})"$/.exec(header.trim()) ?? [];
  if (version) return Number(version);
  throw new HttpProblem({
    status: 412,
    code: "precondition_failed",
    title: "If-Match names no version of this record.",
  });
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
