import { createServer } from "node:http";
import { setServerTimeouts } from "./server-timeouts";

/**
 * Answers in place of the web server while the database is waited for and migrated: alive, but not ready.
 * @throws Error when the port is in use
 */
export async function startPlaceholder(
  port: number,
  hostname: string | undefined,
): Promise<{ close(): Promise<void> }> {
  const server = createServer(({ url = "/" }, response) => {
    const isLiveness = /^\/(livez|healthz)(\?|$)/.test(url);
    response.writeHead(isLiveness ? 200 : 503, {
      "content-type": "application/json",
      "cache-control": "no-store",
      ...(!isLiveness && { "retry-after": "5" }),
    });
    response.end(JSON.stringify({ status: isLiveness ? "ok" : "starting" }));
  });
  setServerTimeouts(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
