import cluster from "node:cluster";
import { onShutdown } from "./process-events";
import { supervise } from "./supervise";

/** Between what a web process allows itself and what the launcher allows this one. */
const STOP_TIMEOUT_MS = 23_000;

/**
 * Runs the web server as several processes that share its port: one process keeps one core busy. One that ends by
 * itself is replaced. Says that it is ready once all are, and ends when all have.
 */
export async function runWebProcesses(count: number): Promise<void> {
  const processes = Array.from({ length: count }, (_, index) =>
    supervise(`web process ${index + 1}`, () => cluster.fork().process),
  );
  onShutdown(
    () => Promise.all(processes.map((each) => each.stop(STOP_TIMEOUT_MS))),
    STOP_TIMEOUT_MS + 500,
  );
  await Promise.all(processes.map((each) => each.ready));
  process.send?.("ready");
}
