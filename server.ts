import cluster from "node:cluster";
import { handleProcessEvents } from "./commands/process-events";
import { runWebProcesses } from "./commands/web-processes";
import { parseEnvironment } from "./lib/env";

handleProcessEvents({ toleratesRejections: true });
// What serves is loaded where it serves: whoever only looks after processes has no need of it.
const { WEB_PROCESSES } = parseEnvironment(process.env);
if (cluster.isPrimary && WEB_PROCESSES > 1) await runWebProcesses(WEB_PROCESSES);
else await import("./web-server");
