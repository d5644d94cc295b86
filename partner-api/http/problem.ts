import { snakeCase } from "change-case";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { UNAVAILABLE_RETRY_AFTER_SECONDS } from "@/lib/core/refusal-status";
import { answerRefusal, isRefusal, type RefusalAnswers } from "@/lib/core/refusals";
import { z } from "@/lib/core/validation/problems";
import { problems as words } from "@/messages/en/problems";
import { type HttpProblemCode, httpProblems, problemTypeOf } from "./problem-catalogue";

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
    type: z.url().meta({ description: "A page that explains the code." }),
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

/** A problem of the catalogue, with what is particular to this one. */
export function problem(
  code: HttpProblemCode,
  more: Pick<Problem, "detail" | "errors" | "headers" | "members"> = {},
): Problem {
  const { status, title } = httpProblems[code];
  return { status, code, title, ...more };
}

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
    type: problemTypeOf(code),
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
  duplicate: ({ fields, existingId }) =>
    problem("duplicate", {
      errors: toFieldProblems(fields),
      members: { existing_id: existingId },
    }),
  versionConflict: () => problem(isConditional ? "precondition_failed" : "changed_meanwhile"),
  conflict: ({ problem, state }) => conflict(problem, state),
  notFound: () => problem("not_found"),
  outOfScope: () =>
    problem("insufficient_scope", {
      headers: { "www-authenticate": 'Bearer error="insufficient_scope"' },
    }),
  forbidden: () => problem("forbidden"),
  stepUpRequired: () => problem("identity_unproven"),
  unauthenticated: unauthenticated,
  rateLimited: ({ retryAfterSeconds }) => rateLimited(retryAfterSeconds),
  keyReused: () => problem("idempotency_key_reused"),
  unavailable,
  databaseUnavailable: unavailable,
});

export const unauthenticated = (): Problem =>
  problem("invalid_token", { headers: { "www-authenticate": 'Bearer error="invalid_token"' } });

export const rateLimited = (retryAfterSeconds: number): Problem =>
  problem("rate_limited", { headers: { "retry-after": String(retryAfterSeconds) } });

/**
 * @param fields names and problems as use-cases have them
 * @param toPart the client's name of a part of a field's path
 */
export const invalid = (
  fields: Record<string, string>,
  toPart?: (part: string) => string,
): Problem => problem("invalid", { errors: toFieldProblems(fields, toPart) });

const toFieldProblems = (
  fields: Record<string, string>,
  toPart = (part: string) => snakeCase(part),
) =>
  Object.entries(fields).map(([field, problem]) => ({
    pointer: `#/${field
      .split(".")
      .map((part) => toPart(part))
      .join("/")}`,
    code: snakeCase(problem.replace(/:.*/s, "")),
    detail: wordsFor(problem),
  }));

/** @param state told together with the reason, as clients know it of a vehicle that does not charge */
function conflict(problem: string, state: string | undefined): Problem {
  const code = snakeCase(problem);
  return {
    status: 409,
    code,
    title: wordsFor(problem),
    ...(state !== undefined && { members: { state, reason: code } }),
  };
}

function wordsFor(problem: string): string {
  const [key = "", ...limit] = problem.split(":");
  const text = (words as Record<string, string>)[key] ?? "This is not right.";
  return text.replace("{limit}", () => limit.join(":"));
}

function unavailable(): Problem {
  return problem("unavailable", {
    headers: { "retry-after": String(UNAVAILABLE_RETRY_AFTER_SECONDS) },
  });
}
