import { createServer } from "node:http";
import { handleProcessEvents, onShutdown } from "../commands/process-events";
import { stopServer } from "../commands/stop-server";

// A program that ends as ours do. /slow answers after a second, /throw and /reject fail outside of any request.
handleProcessEvents();
if (process.env.NEVER_READY === "true") {
  process.send?.("loading");
  await new Promise((resolve) => setTimeout(resolve, 60_000));
}
const server = createServer((request, response) => {
  if (request.url === "/slow") setTimeout(() => response.end("slow"), 1000);
  else response.end("ok");
  if (request.url === "/throw") setImmediate(() => fail());
  if (request.url === "/reject") void Promise.reject(new Error("nobody waits for this"));
});
server.keepAliveTimeout = 75_000;
onShutdown((timeoutMs) => stopServer(server, timeoutMs));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" ? address?.port : undefined);
});

function fail(): never {
  throw new Error("nobody catches this");
}
