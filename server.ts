import { createServer } from "node:http";
import next from "next";
import { parseEnvironment } from "./lib/env";

/**
 * Our own front door to Next: it alone sees the socket, and so can put the true peer at the end of
 * X-Forwarded-For, where a client's own claim cannot stand.
 */
const { WATTDESK_MODE } = parseEnvironment(process.env);
const isDevelopment = WATTDESK_MODE === "development";
const port = Number(process.env.PORT ?? 3000);
const hostname = process.env.HOSTNAME_TO_BIND ?? "localhost";

const app = next({ dev: isDevelopment, hostname, port });
const server = createServer((request, response) => {
  const claimed = request.headers["x-forwarded-for"];
  request.headers["x-forwarded-for"] = [claimed, request.socket.remoteAddress]
    .flat()
    .filter(Boolean)
    .join(", ");
  handle(request, response);
});

await app.prepare();
const handle = app.getRequestHandler();
// Whoever holds a connection open without sending soon loses it.
server.requestTimeout = 60_000;
server.headersTimeout = 20_000;
server.listen(port, hostname === "localhost" ? undefined : hostname, () => process.send?.("ready"));

function stop() {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 5000).unref();
}
process.on("SIGTERM", stop).on("SIGINT", stop);
// The launcher is gone, however that happened.
process.on("disconnect", stop);
