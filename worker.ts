import { endProcess, handleProcessEvents, onShutdown } from "./commands/process-events";
import { waitForDatabase } from "./db/wait-for-database";
import { parseEnvironment } from "./lib/env";
import { startWorker } from "./lib/jobs/start-worker";
import { log } from "./lib/log";

const DATABASE_TIMEOUT_MS = 5 * 60_000;

handleProcessEvents();
const { DATABASE_OWNER_URL, DATABASE_URL } = parseEnvironment(process.env);
await waitForDatabase(DATABASE_OWNER_URL ?? DATABASE_URL, DATABASE_TIMEOUT_MS, (problem) =>
  log.warn({ problem }, "the worker waits for the database"),
);
const worker = await startWorker();
onShutdown((timeoutMs) => worker.stop(timeoutMs));
process.send?.("ready");
await worker.ended;
await endProcess(1);
