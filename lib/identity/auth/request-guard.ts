import type { IncomingMessage, ServerResponse } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state";
import { MAX_IMPORT_BYTES } from "@/lib/core/upload-limits";

type Refusal = { status: number; text: string; headers?: Record<string, string> };

/** Pages that Next shows on errors; asked for by their names they would answer as failures. */
const innerPages = new Set(["/_global-error", "/_not-found", "/_error", "/404", "/500"]);

const pageMethods = ["GET", "HEAD", "POST", "OPTIONS"];

/** Next takes a megabyte for an action; what lies above is refused before it is read. */
const MAX_PAGE_BODY_BYTES = 2 * 1024 * 1024;
const MAX_UPLOAD_BODY_BYTES = MAX_IMPORT_BYTES + 1024 * 1024;

/** What Next cannot read and would answer with 500, or what no page of ours is asked with. */
export function findMalformed(request: IncomingMessage, isApi: boolean): Refusal | undefined {
  const { method = "GET", url = "/", headers } = request;
  const path = url.split("?", 1)[0] ?? "/";
  if (!headers.host || !url.startsWith("/") || !isReadable(path))
    return { status: 400, text: "Bad Request" };
  if (isApi) return undefined;
  if (!pageMethods.includes(method)) {
    return {
      status: 405,
      text: "Method Not Allowed",
      headers: { allow: pageMethods.join(", ") },
    };
  }
  // No page has pictures that are drawn to size, and drawing costs more than asking.
  if (path.startsWith("/_next/image") || innerPages.has(path))
    return { status: 404, text: "Not Found" };
  const state = headers["next-router-state-tree"];
  if (state !== undefined && !isRouterState(state)) return { status: 400, text: "Bad Request" };
  if (Number(headers["content-length"] ?? 0) > maxBodyBytes(path)) return tooLarge;
  return undefined;
}

const tooLarge: Refusal = {
  status: 413,
  text: "Content Too Large",
  headers: { connection: "close" },
};

const maxBodyBytes = (path: string) =>
  path === "/imports/upload" ? MAX_UPLOAD_BODY_BYTES : MAX_PAGE_BODY_BYTES;

export function refuse(response: ServerResponse, { status, text, headers }: Refusal): void {
  response.writeHead(status, { "content-type": "text/plain", ...headers }).end(text);
}

/**
 * Counts a body that comes without its length, and answers 413 once it is too long. Node hands each part to `push`,
 * so that nothing is read before the caller is known.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): void {
  const max = maxBodyBytes(request.url?.split("?", 1)[0] ?? "/");
  const push = request.push.bind(request);
  let received = 0;
  request.push = (chunk, encoding) => {
    received += chunk?.length ?? 0;
    if (received <= max) return push(chunk, encoding);
    if (!response.headersSent) refuse(response, tooLarge);
    request.destroy();
    return false;
  };
}

/**
 * Answers 400 where Next would answer 500 to the body of an action that it cannot decode. Such a request ends before
 * any code of ours has run, which tells it from a failure of ours.
 */
export function answerUndecodable(response: ServerResponse, hasReachedOurs: () => boolean): void {
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead(status === 500 && !hasReachedOurs() ? 400 : status, ...rest);
}

/** Whether a path's percent-encoding is UTF-8 without the character 0, which PostgreSQL cannot hold. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/** Whether Next reads the state of its router that a browser sends; it answers 500 to what it does not. */
function isRouterState(header: string | string[]): boolean {
  try {
    return parseAndValidateFlightRouterState(header) !== undefined;
  } catch {
    return false;
  }
}
