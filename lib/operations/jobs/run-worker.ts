import "server-only";
import { EventEmitter } from "node:events";
import {
  Logger,
  run,
  type Task,
  type TaskList,
  type WorkerEventMap,
  type WorkerEvents,
  type WorkerPool,
} from "graphile-worker";
import { log } from "@/lib/core/log";
import { redactError, redactText } from "@/lib/core/redact";
import { startHeartbeat } from "./worker-heartbeat";

/** What is left of the time for stopping once jobs are interrupted, so that they can be given back. */
const RELEASE_TIMEOUT_MS = 6_000;

export type RunningWorker = {
  /** Resolves when the worker has ended without having been told to. */
  ended: Promise<void>;
  /** Takes no more jobs and waits for those that run; interrupted ones are tried again by others. */
  stop(timeoutMs: number): Promise<void>;
};

/** Works off the queue until it is stopped. */
export async function runWorker(
  connectionString: string,
  taskList: TaskList,
  crontab: string,
): Promise<RunningWorker> {
  const events: WorkerEvents = new EventEmitter();
  const pools: WorkerPool[] = [];
  events.on("pool:create", ({ workerPool }) => pools.push(workerPool));
  events.on("job:error", logFailedJob);
  const runner = await run({
    connectionString,
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList: redactFailures(taskList),
    crontab,
    events,
    // Failed jobs are logged by their event: the message here holds the error's text.
    logger: new Logger(() => (level, message, meta) => {
      if (meta?.failure) return;
      if (level === "error") log.error({ source: "queue" }, redactText(message));
      if (level === "warning") log.warn({ source: "queue" }, redactText(message));
    }),
  });
  const [pool] = pools;
  if (!pool) throw new Error("The queue's worker has no pool.");
  let declareDead = () => {};
  const declaredDead = new Promise<void>((resolve) => {
    declareDead = () => {
      log.error(
        { workerId: pool.id },
        "the worker was silent for so long that its jobs were freed",
      );
      resolve();
    };
  });
  const heartbeat = await startHeartbeat(connectionString, pool.id, declareDead);
  return {
    ended: Promise.race([runner.promise, declaredDead]),
    async stop(timeoutMs) {
      const interrupt = setTimeout(
        () => pool.forcefulShutdown("The worker is shutting down."),
        timeoutMs - RELEASE_TIMEOUT_MS,
      );
      await runner.stop();
      clearTimeout(interrupt);
      await heartbeat.stop();
    },
  };
}

/** The queue keeps the message of a failure with its job, where erasure does not find people's names. */
function redactFailures(taskList: TaskList): TaskList {
  const redacted = Object.entries(taskList).map(([name, task]): [string, Task | undefined] => [
    name,
    task &&
      (async (payload, helpers) => {
        try {
          return await task(payload, helpers);
        } catch (error) {
          throw new Error(redactError(error)?.message, { cause: error });
        }
      }),
  ]);
  return Object.fromEntries(redacted);
}

function logFailedJob({ job, error }: WorkerEventMap["job:error"]): void {
  log.error(
    {
      err: error,
      task: job.task_identifier,
      jobId: job.id,
      attempt: job.attempts,
      isLastAttempt: job.attempts >= job.max_attempts,
    },
    "a job failed",
  );
}
