import cluster from "node:cluster";
import { handleProcessEvents } from "./commands/process-events";
import { runWebProcesses } from "./commands/web-processes";
import { parseEnvironment } from "./lib/core/env";

handleProcessEvents({ toleratesRejections: true });
// The web server is loaded only in the processes that serve: the parent does not need it.
const { WEB_PROCESSES } = parseEnvironment(process.env);
if (cluster.isPrimary && WEB_PROCESSES > 1) await runWebProcesses(WEB_PROCESSES);
else await import("./web-server");
