import { snakeCase } from "change-case";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { UNAVAILABLE_RETRY_AFTER_SECONDS } from "@/lib/core/refusal-status";
import { answerRefusal, isRefusal, type RefusalAnswers } from "@/lib/core/refusals";
import { z } from "@/lib/core/validation/problems";
import { problems as words } from "@/messages/en/problems";

const fieldProblem = z.object({
  pointer: z.string().meta({
    description: "Where the field is in the body or query (RFC 6901).",
    example: "#/email",
  }),
  code: z.string().meta({ example: "email_taken" }),
  detail: z.string(),
});

/** What every refusal looks like (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().meta({
      description: "Says for good which problem it is; the words may change.",
      example: "invalid",
    }),
    detail: z.string(),
    request_id: z.string().meta({ description: "By this the call is found in the logs." }),
    errors: z.array(fieldProblem).optional(),
    state: z.string().optional().meta({ description: "Of a vehicle that refuses to charge." }),
    reason: z.string().optional(),
    existing_id: z.uuid().optional().meta({ description: "Of the record that has it already." }),
  })
  .meta({ id: "Problem" });

type Problem = {
  status: ContentfulStatusCode;
  code: string;
  title: string;
  detail?: string;
  errors?: z.input<typeof fieldProblem>[];
  headers?: Record<string, string>;
  members?: Record<string, string>;
};

/** A refusal of the layer that speaks HTTP itself. */
export class HttpProblem extends Error {
  override name = "HttpProblem";
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Answers a refusal with its problem. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const { status, code, title, detail, errors, members, headers } = problem;
  const body: z.input<typeof problemSchema> = {
    type: `urn:wattdesk:problem:${code}`,
    title,
    status,
    code,
    detail: detail ?? title,
    request_id: requestId,
    ...(errors && { errors }),
    ...members,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
}

/** What a use-case's refusal is over HTTP; undefined for what nobody foresaw. */
export function toProblem(error: unknown, isConditional: boolean): Problem | undefined {
  if (error instanceof HttpProblem) return error.problem;
  return isRefusal(error) ? answerRefusal(error, problemsOf(isConditional)) : undefined;
}

const problemsOf = (isConditional: boolean): RefusalAnswers<Problem> => ({
  invalid: ({ fields }) => invalid(fields),
  duplicate: ({ fields, existingId }) => ({
    status: 409,
    code: "duplicate",
    title: "Another record has this already.",
    errors: toFieldProblems(fields),
    members: { existing_id: existingId },
  }),
  versionConflict: () => changed(isConditional),
  conflict: ({ problem }) => conflict(problem),
  notFound: () => ({ status: 404, code: "not_found", title: "There is no such thing." }),
  outOfScope: () => ({
    status: 403,
    code: "insufficient_scope",
    title: "The token was not given the scope for this.",
    headers: { "www-authenticate": 'Bearer error="insufficient_scope"' },
  }),
  forbidden: () => ({
    status: 403,
    code: "forbidden",
    title: "The role does not have this right.",
  }),
  stepUpRequired: () => ({
    status: 403,
    code: "identity_unproven",
    title: "This takes a fresh proof of identity, which only the portal can ask for.",
  }),
  unauthenticated: unauthenticated,
  rateLimited: ({ retryAfterSeconds }) => rateLimited(retryAfterSeconds),
  keyReused: () => ({
    status: 422,
    code: "idempotency_key_reused",
    title: "This Idempotency-Key came with another request before.",
  }),
  unavailable,
  databaseUnavailable: unavailable,
});

export function unauthenticated(): Problem {
  return {
    status: 401,
    code: "invalid_token",
    title: "There is no valid token with this request.",
    headers: { "www-authenticate": 'Bearer error="invalid_token"' },
  };
}

export function rateLimited(retryAfterSeconds: number): Problem {
  return {
    status: 429,
    code: "rate_limited",
    title: "Too many requests. Wait as long as Retry-After says.",
    headers: { "retry-after": String(retryAfterSeconds) },
  };
}

function changed(isConditional: boolean): Problem {
  return {
    status: isConditional ? 412 : 409,
    code: isConditional ? "precondition_failed" : "changed_meanwhile",
    title: "The record has changed since. Read it again before you decide.",
  };
}

/** @param fields names and problems as use-cases have them */
export function invalid(fields: Record<string, string>): Problem {
  return {
    status: 422,
    code: "invalid",
    title: "Something in the request is not right.",
    errors: toFieldProblems(fields),
  };
}

const toFieldProblems = (fields: Record<string, string>) =>
  Object.entries(fields).map(([field, problem]) => ({
    pointer: `#/${toFieldName(field)}`,
    code: snakeCase(problem.replace(/:.*/s, "")),
    detail: wordsFor(problem),
  }));

function conflict(problem: string): Problem {
  const boost = { alreadyCharging: "ongoing", fullyCharged: "unavailable" }[problem];
  const code = snakeCase(problem);
  return {
    status: 409,
    code,
    title: wordsFor(problem),
    ...(boost && { members: { state: boost, reason: code } }),
  };
}

/** The name that clients know a use-case's field by. */
function toFieldName(field: string): string {
  return field
    .split(".")
    .map((part) => snakeCase(part))
    .join("/");
}

function wordsFor(problem: string): string {
  const [key = "", ...limit] = problem.split(":");
  const text = (words as Record<string, string>)[key] ?? "This is not right.";
  return text.replace("{limit}", limit.join(":"));
}

function unavailable(): Problem {
  const headers = { "retry-after": String(UNAVAILABLE_RETRY_AFTER_SECONDS) };
  return { status: 503, code: "unavailable", title: words.unavailable, headers };
}
