import "server-only";
import { makeWorkerUtils, type WorkerUtils } from "graphile-worker";
import { log } from "@/lib/core/log";

const INTERVAL_MS = 10_000;

/** A worker that has not been heard of for so long is taken for dead. */
export const WORKER_TIMEOUT_SECONDS = 40;

/** After the database was away every heartbeat is old: the others are given time for one before they are judged. */
const OWN_BEATS_BEFORE_JUDGING = 2;

export type Heartbeat = { stop(): Promise<void> };

/**
 * Writes down every ten seconds that a worker is alive, and frees the jobs and queues of workers that are not.
 * @param workerId the name under which the worker locks jobs
 * @param onDeclaredDead called when others have taken this worker for dead, and its jobs may run elsewhere
 */
export async function startHeartbeat(
  connectionString: string,
  workerId: string,
  onDeclaredDead: () => void,
): Promise<Heartbeat> {
  const utils = await makeWorkerUtils({ connectionString, maxPoolSize: 1 });
  await utils.withPgClient((client) =>
    client.query("insert into worker_heartbeats (worker_id) values ($1)", [workerId]),
  );
  let beats = 1;
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(beat);
  }, INTERVAL_MS);

  async function beat(): Promise<void> {
    try {
      if (!(await writeHeartbeat(utils, workerId))) {
        clearInterval(timer);
        onDeclaredDead();
        return;
      }
      beats++;
      if (beats > OWN_BEATS_BEFORE_JUDGING) await freeDeadWorkers(utils);
    } catch (error) {
      beats = 0;
      log.error({ err: error, workerId }, "the heartbeat could not be written");
    }
  }

  return {
    async stop() {
      clearInterval(timer);
      await running;
      await utils.withPgClient((client) =>
        client.query("delete from worker_heartbeats where worker_id = $1", [workerId]),
      );
      await utils.release();
    },
  };
}

/** @returns whether the worker still counts as alive */
function writeHeartbeat(utils: WorkerUtils, workerId: string): Promise<boolean> {
  return utils.withPgClient(async (client) => {
    const { rowCount } = await client.query(
      "update worker_heartbeats set seen_at = now() where worker_id = $1",
      [workerId],
    );
    return rowCount === 1;
  });
}

/**
 * Frees the jobs and named queues that dead workers hold: those whose heartbeat is old, and those that have locked
 * something for as long and have no heartbeat at all.
 * @returns the workers whose locks were taken away
 */
export async function freeDeadWorkers(utils: WorkerUtils): Promise<string[]> {
  // First the row goes: a worker that was only slow finds it missing, and ends instead of going on.
  const dead = await utils.withPgClient(async (client) => {
    const silent = await client.query<{ worker_id: string }>(
      `delete from worker_heartbeats where seen_at < now() - make_interval(secs => $1) returning worker_id`,
      [WORKER_TIMEOUT_SECONDS],
    );
    const unknown = await client.query<{ worker_id: string }>(
      `select locked_by as worker_id
      from (select locked_by, locked_at from graphile_worker._private_jobs
        union select locked_by, locked_at from graphile_worker._private_job_queues) locks
      where locked_at < now() - make_interval(secs => $1)
        and not exists (select from worker_heartbeats where worker_id = locked_by)`,
      [WORKER_TIMEOUT_SECONDS],
    );
    return [...new Set([...silent.rows, ...unknown.rows].map((row) => row.worker_id))];
  });
  if (dead.length > 0) {
    await utils.forceUnlockWorkers(dead);
    log.warn({ workers: dead }, "jobs of workers that are gone were freed");
  }
  return dead;
}
