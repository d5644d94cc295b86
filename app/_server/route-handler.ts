import "server-only";
import { redirect } from "next/navigation";
import { UNAVAILABLE_RETRY_AFTER_SECONDS } from "@/lib/core/refusal-status";
import { answerRefusal, type RefusalAnswers } from "@/lib/core/refusals";

type RouteOptions = {
  /** Where to go on once the viewer has proved who they are; for programs there is no such place. */
  stepUpReturnsTo?: string;
  /** Whether programs call it, which can follow no redirect to the login page. */
  isForPrograms?: boolean;
};

type RouteHandler<Context> = (request: Request, context: Context) => Promise<Response>;

const answer = (status: number) => () => new Response(null, { status });

const answerLater = (status: 429 | 503, seconds: number) =>
  new Response(`Please try again in ${seconds} seconds.`, {
    status,
    headers: { "retry-after": String(seconds), "content-type": "text/plain" },
  });

const answerUnavailable = () => answerLater(503, UNAVAILABLE_RETRY_AFTER_SECONDS);

/** The answers that browsers and programs get alike. */
const commonAnswers = {
  notFound: answer(404),
  forbidden: answer(403),
  outOfScope: answer(403),
  invalid: answer(400),
  duplicate: answer(409),
  conflict: answer(409),
  versionConflict: answer(409),
  keyReused: answer(422),
  rateLimited: ({ retryAfterSeconds }) => answerLater(429, retryAfterSeconds),
  unavailable: answerUnavailable,
  databaseUnavailable: answerUnavailable,
} satisfies Partial<RefusalAnswers<Response>>;

const routeAnswers = ({
  isForPrograms,
  stepUpReturnsTo = "/",
}: RouteOptions): RefusalAnswers<Response> => ({
  ...commonAnswers,
  unauthenticated: isForPrograms ? answer(401) : () => redirect("/accounts/login?ended=1"),
  stepUpRequired: isForPrograms
    ? answer(403)
    : () => redirect(`/account/confirm-identity?next=${encodeURIComponent(stepUpReturnsTo)}`),
});

/** Makes a route handler that answers every refusal of a use-case with its status. What is no refusal stays a 500. */
export function routeHandler<Context>(
  handle: RouteHandler<Context>,
  options: RouteOptions = {},
): RouteHandler<Context> {
  return async (request, context) => {
    try {
      return await handle(request, context);
    } catch (error) {
      return answerRefusal(error, routeAnswers(options));
    }
  };
}
