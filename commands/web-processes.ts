import cluster from "node:cluster";

/**
 * Runs the web server as several processes that share its port: one process keeps one core busy. One that ends by
 * itself is replaced. Says that it is ready once all are, and ends when all have.
 */
export async function runWebProcesses(count: number): Promise<void> {
  let isStopping = false;
  const stop = () => {
    isStopping = true;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGTERM");
  };
  // The launcher is gone, however that happened.
  process.on("SIGTERM", stop).on("SIGINT", stop).on("disconnect", stop);
  await Promise.all(Array.from({ length: count }, startWebProcess));
  process.send?.("ready");
  cluster.on("exit", () => {
    if (isStopping && Object.keys(cluster.workers ?? {}).length === 0) process.exit();
    if (isStopping) return;
    startWebProcess().catch(() => {
      // One that cannot even begin is no accident: whoever started us is to know.
      process.exitCode = 1;
      stop();
    });
  });
}

function startWebProcess(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = cluster.fork();
    worker.once("message", () => resolve());
    worker.once("exit", (code) => reject(new Error(`A web process ended with code ${code}.`)));
  });
}
