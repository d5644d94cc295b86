import { buildIfNeeded } from "./build";
import { startProgram, stopProgram } from "./children";
import { keptSecrets } from "./configuration";
import { findFreePort } from "./ports";

/** Serves the production build on the measured database for as long as something is measured. */
export async function withServer<Result>(
  url: string,
  folder: string,
  run: (baseUrl: string, processId: number) => Promise<Result>,
): Promise<Result> {
  buildIfNeeded();
  const port = await findFreePort(3200);
  const baseUrl = `http://localhost:${port}`;
  const server = await startProgram("server.ts", {
    NODE_ENV: "production",
    WATTDESK_MODE: "demo",
    DATABASE_URL: url,
    BASE_URL: baseUrl,
    PORT: String(port),
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: "error",
    API_CALLS_PER_MINUTE: "100000000",
    ...keptSecrets(folder),
  });
  try {
    return await run(baseUrl, server.pid ?? 0);
  } finally {
    await stopProgram(server);
  }
}
