import { makeWorkerUtils, type WorkerUtils } from "graphile-worker";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { log } from "@/lib/core/log";
import { ownerConnection } from "@/testing/organization";
import { runWorker } from "./run-worker";
import { freeDeadWorkers, startHeartbeat } from "./worker-heartbeat";

const url = process.env.DATABASE_URL ?? "";
const { client } = ownerConnection(url);
let utils: WorkerUtils;
beforeAll(async () => {
  utils = await makeWorkerUtils({ connectionString: url });
});
afterAll(async () => {
  await utils.release();
  await client.end();
});
beforeEach(async () => {
  await client`delete from worker_heartbeats`;
  await client`select graphile_worker.force_unlock_workers(array['dead', 'alive', 'unknown'])`;
});

/** A job in its own named queue, locked as a worker does. */
async function lockJob(workerId: string, secondsAgo: number): Promise<string> {
  const queue = `queue-${crypto.randomUUID()}`;
  await utils.addJob("test-task", {}, { queueName: queue });
  const at = client`now() - make_interval(secs => ${secondsAgo})`;
  await client`
    update graphile_worker._private_jobs set locked_by = ${workerId}, locked_at = ${at}
    where job_queue_id = (select id from graphile_worker._private_job_queues where queue_name = ${queue})`;
  await client`
    update graphile_worker._private_job_queues set locked_by = ${workerId}, locked_at = ${at} where queue_name = ${queue}`;
  return queue;
}

async function findLocks(queue: string) {
  const [row] = await client`
    select q.locked_by as queue, j.locked_by as job from graphile_worker._private_job_queues q
    join graphile_worker._private_jobs j on j.job_queue_id = q.id where queue_name = ${queue}`;
  return row;
}

const beatAgo = (workerId: string, seconds: number) => client`
  insert into worker_heartbeats (worker_id, seen_at) values (${workerId}, now() - make_interval(secs => ${seconds}))`;

it("frees the job and the named queue of a worker whose heartbeat is old", async () => {
  const queue = await lockJob("dead", 41);
  await beatAgo("dead", 41);
  expect(await freeDeadWorkers(utils)).toEqual(["dead"]);
  expect(await findLocks(queue)).toEqual({ queue: null, job: null });
  expect(await client`select from worker_heartbeats`).toHaveLength(0);
});

it("leaves the locks of a worker alone that has a heartbeat, however long its job runs", async () => {
  const queue = await lockJob("alive", 3600);
  await beatAgo("alive", 11);
  expect(await freeDeadWorkers(utils)).toEqual([]);
  expect(await findLocks(queue)).toEqual({ queue: "alive", job: "alive" });
});

it("frees old locks of a worker that has no heartbeat at all, and waits with young ones", async () => {
  const old = await lockJob("unknown", 41);
  expect(await freeDeadWorkers(utils)).toEqual(["unknown"]);
  expect(await findLocks(old)).toEqual({ queue: null, job: null });
  const young = await lockJob("unknown", 5);
  expect(await freeDeadWorkers(utils)).toEqual([]);
  expect(await findLocks(young)).toEqual({ queue: "unknown", job: "unknown" });
});

it("tells a worker that others have declared it dead", async () => {
  const onDeclaredDead = vi.fn();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const heartbeat = await startHeartbeat(url, "slow", onDeclaredDead);
    await client`delete from worker_heartbeats where worker_id = 'slow'`;
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => expect(onDeclaredDead).toHaveBeenCalledOnce());
    await heartbeat.stop();
  } finally {
    vi.useRealTimers();
  }
});

it("has a heartbeat under the name that locks its jobs, and none once it has stopped", async () => {
  const locks: unknown[] = [];
  const worker = await runWorker(
    url,
    {
      "lock-task": async () => {
        locks.push(
          ...(await client`
            select worker_id from worker_heartbeats
            where worker_id in (select locked_by from graphile_worker._private_jobs)`),
        );
      },
    },
    "",
  );
  await utils.addJob("lock-task", {});
  await vi.waitFor(() => expect(locks).toHaveLength(1), { timeout: 20_000 });
  await worker.stop(20_000);
  expect(await client`select from worker_heartbeats`).toHaveLength(0);
});

it("keeps of a failing job why, and no parameter of its statement", async () => {
  const error = vi.spyOn(log, "error").mockReturnValue(undefined);
  const text = "Failed query: insert into users\nparams: eva@home.example";
  const failure = Object.assign(new Error("Key (email)=(eva@home.example) already exists."), {
    code: "23505",
    table: "users",
  });
  const fail = (reason: Error) => () => Promise.reject(reason);
  const tasks = { "failing-query": fail(new Error(text)), "failing-key": fail(failure) };
  const worker = await runWorker(url, tasks, "");
  try {
    for (const task of Object.keys(tasks)) await utils.addJob(task, {}, { maxAttempts: 1 });
    await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(2), { timeout: 20_000 });
    const kept = await client`
      select last_error from graphile_worker.jobs
      where task_identifier = any (${Object.keys(tasks)}) order by id`;
    expect(kept.map((row) => row.last_error)).toEqual([
      "Failed query: insert into users",
      "refused by the database users",
    ]);
  } finally {
    await worker.stop(20_000);
    error.mockRestore();
  }
});

it("logs a failing job at level error with its reason", async () => {
  const error = vi.spyOn(log, "error").mockReturnValue(undefined);
  const fail = () => Promise.reject(new Error("the manufacturer is away"));
  const worker = await runWorker(url, { "failing-task": fail }, "");
  try {
    await utils.addJob("failing-task", {}, { maxAttempts: 1 });
    await vi.waitFor(() => expect(error).toHaveBeenCalledOnce(), { timeout: 20_000 });
    expect(error.mock.calls[0]).toMatchObject([
      {
        task: "failing-task",
        attempt: 1,
        isLastAttempt: true,
        err: { message: "the manufacturer is away" },
      },
      "a job failed",
    ]);
  } finally {
    await worker.stop(20_000);
    error.mockRestore();
  }
});
