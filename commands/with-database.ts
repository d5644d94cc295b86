import path from "node:path";
import { startEmbeddedPostgres } from "../db/embedded";
import { keptSecrets, stateFolder } from "./configuration";

/** Runs an operator's command on the database of DATABASE_URL, or else on the embedded one. */
export async function withDatabase(run: () => Promise<void>): Promise<void> {
  const folder = stateFolder("embedded");
  const server = process.env.DATABASE_URL
    ? undefined
    : await startEmbeddedPostgres(path.join(folder, "postgres"));
  if (server) console.log("DATABASE_URL is not set: this is the database of the demo.");
  // What a command has to say, it says in words.
  process.env.LOG_LEVEL ??= "error";
  if (server) {
    Object.assign(process.env, {
      DATABASE_URL: server.url("wattdesk"),
      WATTDESK_MODE: "demo",
      ...keptSecrets(folder),
    });
  }
  const { database } = await import("../lib/core/database");
  try {
    await run();
  } finally {
    await database().close();
    await server?.stop();
  }
}
