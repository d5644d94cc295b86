import { watchParent } from "./commands/parent";
import { endProcess, handleProcessEvents, onShutdown } from "./commands/process-events";
import { requireDirectConnection } from "./db/direct-connection";
import { waitForDatabase } from "./db/wait-for-database";
import { waitForConnections } from "./lib/core/database";
import { parseEnvironment } from "./lib/core/env";
import { log } from "./lib/core/log";
import { startWorker } from "./lib/operations/jobs/start-worker";
import { provideEventRecords } from "./lib/platform/webhooks/event-records";
import { readApiRecord } from "./partner-api/webhooks/event-record";

const DATABASE_TIMEOUT_MS = 5 * 60_000;

handleProcessEvents();
watchParent(() => endProcess(0));
const { DATABASE_OWNER_URL, DATABASE_URL } = parseEnvironment(process.env);
const ownerUrl = DATABASE_OWNER_URL ?? DATABASE_URL;
// Nobody waits for a job: it rather waits for a connection than fails.
waitForConnections(30_000);
await waitForDatabase(ownerUrl, DATABASE_TIMEOUT_MS, (problem) =>
  log.warn({ problem }, "the worker waits for the database"),
);
await requireDirectConnection(ownerUrl);
provideEventRecords(readApiRecord);
const worker = await startWorker();
onShutdown((timeoutMs) => worker.stop(timeoutMs));
process.send?.("ready");
await worker.ended;
await endProcess(1);
