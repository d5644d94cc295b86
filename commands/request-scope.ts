import type { IncomingMessage, ServerResponse } from "node:http";
import { GateRefusal } from "../db/gate";
import { runInWorkScope, type WorkScope } from "../db/work-scope";
import { UNAVAILABLE_RETRY_AFTER_SECONDS } from "../lib/refusal-status";

/** More requests than this at once are refused: each holds memory for as long as it waits for its turn. */
const MAX_REQUESTS_UNDER_WAY = 300;

let requestsUnderWay = 0;

type Service = {
  /**
   * Waits for the request's turn.
   * @returns gives the turn back; undefined for what needs none
   * @throws GateRefusal
   */
  enter: (signal: AbortSignal) => Promise<() => void> | undefined;
  serve: (request: IncomingMessage, response: ServerResponse) => unknown;
};

/**
 * Serves a request within a scope of its own: what waits for the database stops waiting once the client has left. A
 * page can end with 500 only: that goes out as 429 or 503 with Retry-After where the scope says so.
 */
export function serveInScope(
  request: IncomingMessage,
  response: ServerResponse,
  { enter, serve }: Service,
): void {
  if (requestsUnderWay >= MAX_REQUESTS_UNDER_WAY) {
    refuseFlood(response);
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
  const serveNow = () => runInWorkScope(scope, () => serve(request, response));
  const turn = enter(client.signal);
  if (turn) void serveInTurn(turn, response, serveNow);
  else serveNow();
}

async function serveInTurn(
  turn: Promise<() => void>,
  response: ServerResponse,
  serve: () => unknown,
): Promise<void> {
  try {
    const leave = await turn;
    if (response.closed) leave();
    else {
      response.once("close", leave);
      serve();
    }
  } catch (error) {
    if (!(error instanceof GateRefusal)) throw error;
    if (!response.closed) refuseFlood(response);
  }
}

function refuseFlood(response: ServerResponse): void {
  const headers = {
    "retry-after": String(UNAVAILABLE_RETRY_AFTER_SECONDS),
    "content-type": "text/plain",
  };
  response.writeHead(503, headers).end("Too many requests at once. Please try again.");
}

function refusalOf({ isUnavailable, retryAfterSeconds }: WorkScope) {
  if (retryAfterSeconds !== undefined) return { status: 429, retryAfterSeconds };
  return isUnavailable
    ? { status: 503, retryAfterSeconds: UNAVAILABLE_RETRY_AFTER_SECONDS }
    : undefined;
}
