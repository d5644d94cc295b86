import { migrateDatabase } from "../db/migrate";
import { waitForDatabase } from "../db/wait-for-database";
import { listRenamedVariables, parseEnvironment } from "../lib/core/env";
import { log } from "../lib/core/log";
import { forkProgram, STOP_TIMEOUT_MS } from "./children";
import { watchParent } from "./parent";
import { endProcess, handleProcessEvents, onShutdown } from "./process-events";
import { reportingFailure } from "./reporting-failure";
import { startPlaceholder } from "./starting-server";
import { type Supervised, supervise } from "./supervise";

const DATABASE_TIMEOUT_MS = 5 * 60_000;

// Production: brings the database up to date, then runs web server and worker until told to stop. With
// WITHOUT_WORKER=true the worker runs elsewhere (npm run worker).
handleProcessEvents();
watchParent(() => endProcess(0));
await reportingFailure(async () => {
  const { DATABASE_OWNER_URL, DATABASE_URL, PORT, HOSTNAME_TO_BIND } = parseEnvironment(
    process.env,
  );
  for (const renamed of listRenamedVariables(process.env)) log.warn(renamed);
  const placeholder = await startPlaceholder(PORT, HOSTNAME_TO_BIND);
  try {
    await prepareDatabase(DATABASE_OWNER_URL ?? DATABASE_URL);
  } finally {
    // A server that listens would keep the process from ending after a failure.
    await placeholder.close();
  }

  const variables = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  const programs =
    process.env.WITHOUT_WORKER === "true" ? ["server.ts"] : ["worker.ts", "server.ts"];
  const children: Supervised[] = programs.map((program) =>
    supervise(program, () => forkProgram(program, variables)),
  );
  onShutdown(() => Promise.all(children.map((child) => child.stop())), STOP_TIMEOUT_MS + 500);
  try {
    await Promise.all(children.map((child) => child.ready));
  } catch (error) {
    log.fatal({ err: error }, "the portal could not be started");
    await endProcess(1);
  }
});

async function prepareDatabase(ownerUrl: string): Promise<void> {
  await waitForDatabase(ownerUrl, DATABASE_TIMEOUT_MS, (problem) =>
    log.warn({ problem }, "waiting for the database"),
  );
  await migrateDatabase(ownerUrl, {
    onRetry: (migration, attempt) =>
      log.warn({ migration, attempt }, "a migration waits for a lock"),
  });
}
