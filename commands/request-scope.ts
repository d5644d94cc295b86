import type { IncomingMessage, ServerResponse } from "node:http";
import { runInWorkScope, type WorkScope } from "../db/work-scope";

/** When a client may ask again after a 503 (RFC 9110, 10.2.3). */
const RETRY_AFTER_SECONDS = 2;

/** More requests than this at once are refused: each holds memory for as long as it waits for its turn. */
const MAX_REQUESTS_UNDER_WAY = 300;

let requestsUnderWay = 0;

/**
 * Serves a request within a scope of its own: what waits for the database stops waiting once the client has left, and
 * a 500 for want of the database goes out as a 503 with Retry-After. A flood is refused in the same way.
 */
export function serveInScope(
  request: IncomingMessage,
  response: ServerResponse,
  serve: (request: IncomingMessage, response: ServerResponse) => unknown,
): void {
  if (requestsUnderWay >= MAX_REQUESTS_UNDER_WAY) {
    const headers = { "retry-after": String(RETRY_AFTER_SECONDS), "content-type": "text/plain" };
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
    const isUnavailable = status === 500 && scope.isUnavailable;
    if (isUnavailable) response.setHeader("retry-after", RETRY_AFTER_SECONDS);
    return Reflect.apply(writeHead, response, [isUnavailable ? 503 : status, ...rest]);
  };
  runInWorkScope(scope, () => serve(request, response));
}
