import type { Server } from "node:http";

/**
 * Sets how long connections may stay open. Proxies must be the ones that close an idle connection, or they send a
 * request into one that is being closed: 60 s is the default of nginx and of AWS's load balancers.
 */
export function setServerTimeouts(server: Server): void {
  server.keepAliveTimeout = 75_000;
  // Against clients that open connections and send slowly. Idle time between two requests does not count.
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  // A client that no longer reads its answer would hold a place that others wait for.
  server.timeout = 120_000;
}
