import { rmSync } from "node:fs";
import path from "node:path";
import { stopProgram } from "../commands/children";
import { ensureDatabase, startEmbeddedPostgres } from "../db/embedded";
import { migrateDatabase } from "../db/migrate";
import { makePortalFolder, runBuiltPortal } from "./built-portal";

export type RunningPortal = Awaited<ReturnType<typeof startPortal>>;

/** The built portal, without a worker, on its own empty database. */
export async function startPortal(settings: Record<string, string> = {}) {
  const folder = makePortalFolder();
  const server = await startEmbeddedPostgres(path.join(folder, "postgres"), { durable: false });
  await ensureDatabase(server, "wattdesk");
  const databaseUrl = server.url("wattdesk");
  await migrateDatabase(databaseUrl);
  const portal = await runBuiltPortal({ program: "server.ts", folder, databaseUrl, settings });
  const { child, output } = portal;
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", () => reject(new Error(`The portal did not start.\n${output()}`)));
  });
  return {
    ...portal,
    databaseUrl,
    async stop() {
      await stopProgram(child);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
