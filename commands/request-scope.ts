import type { IncomingMessage, ServerResponse } from "node:http";
import { runInWorkScope, type WorkScope } from "../db/work-scope";
import { UNAVAILABLE_RETRY_AFTER_SECONDS } from "../lib/refusal-status";

/** More requests than this at once are refused: each holds memory for as long as it waits for its turn. */
const MAX_REQUESTS_UNDER_WAY = 300;

let requestsUnderWay = 0;

/**
 * Serves a request within a scope of its own: what waits for the database stops waiting once the client has left. A
 * page can end with 500 only: that goes out as 429 or 503 with Retry-After where the scope says so.
 */
export function serveInScope(
  request: IncomingMessage,
  response: ServerResponse,
  serve: (request: IncomingMessage, response: ServerResponse) => unknown,
): void {
  if (requestsUnderWay >= MAX_REQUESTS_UNDER_WAY) {
    const headers = {
      "retry-after": String(UNAVAILABLE_RETRY_AFTER_SECONDS),
      "content-type": "text/plain",
    };
    response.writeHead(503, headers).end("Too many requests at once. Please try again.");
    return;
  }
  requestsUnderWay++;
  const client = new AbortController();
  const scope: WorkScope = { signal: client.signal, isUnavailable: false };
  response.once("close", () => {
    requestsUnderWay--;
    if (!response.writableFinished) client.abort();
  });
  const writeHead = response.writeHead;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const refusal = status === 500 ? refusalOf(scope) : undefined;
    if (refusal) response.setHeader("retry-after", refusal.retryAfterSeconds);
    return Reflect.apply(writeHead, response, [refusal?.status ?? status, ...rest]);
  };
  runInWorkScope(scope, () => serve(request, response));
}

function refusalOf({ isUnavailable, retryAfterSeconds }: WorkScope) {
  if (retryAfterSeconds !== undefined) return { status: 429, retryAfterSeconds };
  return isUnavailable
    ? { status: 503, retryAfterSeconds: UNAVAILABLE_RETRY_AFTER_SECONDS }
    : undefined;
}
