import cluster from "node:cluster";
import { createServer } from "node:http";
import { handleProcessEvents } from "../commands/process-events";
import { runWebProcesses } from "../commands/web-processes";

// A program whose processes share a port and answer with their own number.
if (cluster.isPrimary) {
  handleProcessEvents();
  await runWebProcesses(2);
} else {
  const server = createServer((_, response) => {
    response.writeHead(200, { connection: "close" }).end(String(process.pid));
  });
  process.on("SIGTERM", () => server.close(() => process.exit(0)));
  server.listen(Number(process.env.PORT), "localhost", () => process.send?.("ready"));
}
