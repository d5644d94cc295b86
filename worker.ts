import { parseEnvironment } from "./lib/env";
import { startWorker } from "./lib/jobs/start-worker";

parseEnvironment(process.env);
const runner = await startWorker();
process.send?.("ready");

async function stop() {
  await runner.stop();
  process.exit(0);
}
process.on("SIGTERM", stop).on("SIGINT", stop);
// The launcher is gone, however that happened.
process.on("disconnect", stop);
