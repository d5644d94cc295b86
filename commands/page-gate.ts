import type { IncomingMessage } from "node:http";
import { createGate, type GateLimit } from "../db/gate";
import { clientLine } from "../lib/identity/auth/client-address";

/**
 * How many pages a process renders at once. Each holds a megabyte or more until it is sent, also while it waits for
 * the database; a request that waits here holds its headers only.
 */
const MAX_RENDERING = 32;

/** A browser's six connections over HTTP/1.1, and some for what it asks ahead over HTTP/2. */
const MAX_RENDERING_PER_CLIENT = 8;

/** What one line takes of them, with any cookies. */
const MAX_RENDERING_PER_LINE = 28;

/** A slow reader or a long download does not keep others waiting for longer. */
const MAX_TURN_MS = 10_000;

const MAX_WAIT_MS = 2000;
const MAX_WAITING = 300;

/** Built files are read from disk, which needs no turn. */
const isPage = (url: string) => !url.startsWith("/_next/static/");

/**
 * Shares out the rendering of pages, so that neither a flood's pages fill the memory nor one client's pages hold up
 * those of others.
 */
export function createPageGate(trustedHops: number) {
  const gate = createGate({ waitMs: MAX_WAIT_MS, maxWaiting: MAX_WAITING });

  function limitsOf({ headers }: IncomingMessage): GateLimit[] {
    const line = clientLine(headers, trustedHops);
    return [
      ["all", MAX_RENDERING],
      [`line ${line}`, MAX_RENDERING_PER_LINE],
      [`client ${line} ${headers.cookie ?? ""}`, MAX_RENDERING_PER_CLIENT],
    ];
  }

  return {
    /**
     * Waits for a request's turn.
     * @param request with the true chain of addresses
     * @param isOwn whether Next asks itself on behalf of a request that has its turn already
     * @returns gives the turn back
     * @throws GateRefusal when too many wait, the wait was too long, or the client has left
     */
    async enter(
      request: IncomingMessage,
      isOwn: boolean,
      signal?: AbortSignal,
    ): Promise<() => void> {
      if (isOwn || !isPage(request.url ?? "/")) return () => {};
      const leave = await gate.enter(limitsOf(request), signal);
      const timer = setTimeout(leave, MAX_TURN_MS);
      return () => {
        clearTimeout(timer);
        leave();
      };
    },
  };
}
