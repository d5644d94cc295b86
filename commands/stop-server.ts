import type { Server } from "node:http";

/**
 * Stops accepting connections, and waits for requests that are under way.
 * @param timeoutMs when to cut off what is still running
 */
export function stopServer(server: Server, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // A connection whose last answer has gone out would otherwise stay open for its next request.
    setInterval(() => server.closeIdleConnections(), 100).unref();
    setTimeout(() => server.closeAllConnections(), timeoutMs - 500).unref();
  });
}
