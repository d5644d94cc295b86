import { runWorker } from "../lib/operations/jobs/run-worker";

// A worker with one task: says that it has the job, and never finishes it unless told to.
const worker = await runWorker(
  process.env.DATABASE_URL ?? "",
  {
    "hold-queue": async () => {
      process.send?.("running");
      if (process.env.NEVER_FINISH === "true") await new Promise(() => {});
    },
  },
  "",
);
process.send?.("ready");
await worker.ended;
