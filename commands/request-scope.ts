import type { IncomingMessage, ServerResponse } from "node:http";
import { createGate, GateRefusal } from "../db/gate";
import { runInWorkScope, type WorkScope } from "../db/work-scope";
import { UNAVAILABLE_RETRY_AFTER_SECONDS } from "../lib/core/refusal-status";

/** More requests than this at once are refused: each holds memory for as long as it waits for its turn. */
const MAX_REQUESTS_UNDER_WAY = 300;

/** What one client's line takes of them, so that its flood does not have everybody refused. */
const MAX_REQUESTS_UNDER_WAY_PER_LINE = 200;

const requestsUnderWay = createGate({ waitMs: 0, maxWaiting: 0 });

type Service = {
  /** The client's line, by its true address. */
  line: string;
  /**
   * Waits for the request's turn.
   * @returns gives the turn back; undefined for what needs none
   * @throws GateRefusal
   */
  enter: (signal: AbortSignal) => Promise<() => void> | undefined;
  serve: (request: IncomingMessage, response: ServerResponse) => unknown;
};

/**
 * Serves a request within its own scope: what waits for the database stops waiting once the client has left. A
 * page can end with 500 only: that goes out as 429 or 503 with Retry-After where the scope says so.
 */
export function serveInScope(
  request: IncomingMessage,
  response: ServerResponse,
  { line, enter, serve }: Service,
): void {
  const endRequest = requestsUnderWay.tryEnter([
    ["all", MAX_REQUESTS_UNDER_WAY],
    [`line ${line}`, MAX_REQUESTS_UNDER_WAY_PER_LINE],
  ]);
  if (!endRequest) {
    refuseFlood(response);
    return;
  }
  const client = new AbortController();
  const scope: WorkScope = { signal: client.signal, isUnavailable: false };
  onceOver(request, response, () => {
    endRequest();
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
  if (!turn) {
    serveNow();
    return;
  }
  void serveInTurn(turn, client.signal, {
    serve: (leave) => {
      onceOver(request, response, leave);
      serveNow();
    },
    refuse: () => refuseFlood(response),
  });
}

async function serveInTurn(
  turn: Promise<() => void>,
  signal: AbortSignal,
  { serve, refuse }: { serve: (leave: () => void) => void; refuse: () => void },
): Promise<void> {
  try {
    const leave = await turn;
    if (signal.aborted) leave();
    else serve(leave);
  } catch (error) {
    if (!(error instanceof GateRefusal)) throw error;
    if (!signal.aborted) refuse();
  }
}

/**
 * Calls back once a response was sent or its connection is closed. Node closes no response that still waits behind
 * another one of the same connection, so that the connection itself has to be listened to.
 */
function onceOver(request: IncomingMessage, response: ServerResponse, callback: () => void): void {
  const { socket } = request;
  // One for each of its requests that are under way.
  socket.setMaxListeners(0);
  const end = () => {
    response.off("close", end);
    socket.off("close", end);
    callback();
  };
  response.once("close", end);
  socket.once("close", end);
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
