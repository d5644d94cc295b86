import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { createPageGate } from "./commands/page-gate";
import { onShutdown } from "./commands/process-events";
import { serveInScope } from "./commands/request-scope";
import { setServerTimeouts } from "./commands/server-timeouts";
import { stopServer } from "./commands/stop-server";
import { parseEnvironment } from "./lib/core/env";
import { trackProgress } from "./lib/core/request-progress";
import { clientLine } from "./lib/identity/auth/client-address";
import { openPeerChain, peerChainHeader, sealPeerChain } from "./lib/identity/auth/peer-chain";
import {
  answerUndecodable,
  findMalformed,
  limitBody,
  refuse,
} from "./lib/identity/auth/request-guard";
import { setCommonHeaders } from "./lib/identity/auth/response-headers";
import { isSameOrigin } from "./lib/identity/auth/same-origin";
import { warnOfUnknownProxy } from "./lib/platform/health/forwarded-headers";
import { answerProbe } from "./lib/platform/health/probes";
import { isApiPath, partnerApi } from "./partner-api/app";

/**
 * Our own front door to Next: it alone sees the socket, and so can put the true peer at the end of
 * X-Forwarded-For, where a client's own claim cannot stand. The Partner API is answered here and never reaches
 * Next: its clients come by the thousand, and what Next does for a page would cost them most of their time.
 */
const {
  WATTDESK_MODE,
  BASE_URL,
  AUTH_SECRET,
  TRUSTED_PROXY_HOPS,
  PORT: port,
  HOSTNAME_TO_BIND: hostname,
} = parseEnvironment(process.env);
const isDevelopment = WATTDESK_MODE === "development";
// TypeScript's loader has Node keep the source map of every module, Next's thousand chunks among them: 150 MB.
if (!isDevelopment) process.setSourceMapsEnabled(false);

// After a redirect Next calls itself for the page that follows. It would take the address from the headers of the
// proxy, and so speak TLS to this plain port.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${ownHost(hostname)}:${port}`;

const app = next({ dev: isDevelopment, hostname: hostname ?? "localhost", port });
const pageGate = createPageGate(TRUSTED_PROXY_HOPS);
const server = createServer((request, response) => {
  setCommonHeaders(response, BASE_URL);
  if (answerProbe(request, response)) return;
  if (isForeignChange(request)) {
    response.writeHead(403, { "content-type": "text/plain" }).end("Forbidden");
    return;
  }
  const isApi = isApiPath(request.url?.split("?", 1)[0] ?? "/");
  const malformed = findMalformed(request, isApi);
  if (malformed) {
    refuse(response, malformed);
    return;
  }
  warnOfUnknownProxy(request.headers, TRUSTED_PROXY_HOPS);
  const isOwn = appendForwardedFor(request);
  serveInScope(request, response, {
    line: clientLine(request.headers, TRUSTED_PROXY_HOPS),
    enter: (signal) => (isApi ? undefined : pageGate.enter(request, isOwn, signal)),
    serve: isApi ? handleCall : servePage,
  });
});

await app.prepare();
const handlePage = app.getRequestHandler();
const handleCall = getRequestListener(partnerApi().fetch);
setServerTimeouts(server);
onShutdown((timeoutMs) => stopServer(server, timeoutMs));
server.listen(port, hostname, () => process.send?.("ready"));

function ownHost(boundTo: string | undefined): string {
  if (boundTo === undefined || ["0.0.0.0", "::"].includes(boundTo)) return "localhost";
  return boundTo.includes(":") ? `[${boundTo}]` : boundTo;
}

function servePage(request: IncomingMessage, response: ServerResponse): void {
  limitBody(request, response);
  trackProgress((hasReachedOurs) => {
    if (request.method === "POST") answerUndecodable(response, hasReachedOurs);
    handlePage(request, response);
  });
}

/**
 * Next reads a request's headers as an object, the API as the list that came over the wire. An action that is posted
 * to a page without it reaches us once more, from Next itself over loopback: the chain that Next hands on counts then.
 * @returns whether it comes from Next itself
 */
function appendForwardedFor(request: IncomingMessage): boolean {
  const name = "x-forwarded-for";
  const peer = request.socket.remoteAddress;
  const known = openPeerChain(request.headers[peerChainHeader], peer, AUTH_SECRET, Date.now());
  const chain = known ?? [request.headers[name], peer].flat().filter(Boolean).join(", ");
  request.headers[name] = chain;
  request.headers[peerChainHeader] = sealPeerChain(chain, AUTH_SECRET, Date.now());
  const others = request.rawHeaders.flatMap((header, index, all) =>
    index % 2 === 0 && ![name, peerChainHeader].includes(header.toLowerCase())
      ? [header, all[index + 1] ?? ""]
      : [],
  );
  request.rawHeaders = [...others, name, chain];
  return known !== undefined;
}

/** A change that another site's page asks a logged-in browser for. Actions check this once more. */
function isForeignChange({ method = "GET", url = "/", headers }: IncomingMessage): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return false;
  // Interfaces for programs carry credentials and ignore cookies.
  if (url.startsWith("/api/") || isApiPath(url.split("?", 1)[0] ?? url)) return false;
  const received = new Headers();
  for (const name of ["origin", "sec-fetch-site", "host", "x-forwarded-host"]) {
    const value = headers[name];
    if (typeof value === "string") received.set(name, value);
  }
  return !isSameOrigin(received, BASE_URL);
}
