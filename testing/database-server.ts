import { rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { stateFolder } from "../commands/configuration";
import { ensureDatabase, startEmbeddedPostgres } from "../db/embedded";
import { migrateDatabase } from "../db/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    serverUrl: string;
  }
}

/** The database that every test file's own is copied from. */
export const templateName = "wattdesk_template";

type Started = Awaited<ReturnType<typeof startWithTemplate>>;

/** Every project of Vitest loads this file again, in one process. */
const kept = globalThis as { wattdeskTestServer?: Promise<Started> };

/** Starts a throw-away PostgreSQL for the run, with a migrated template to copy. */
export default async function setup(project: TestProject) {
  kept.wattdeskTestServer ??= startWithTemplate();
  const { url, stop } = await kept.wattdeskTestServer;
  project.provide("serverUrl", url);
  return stop;
}

async function startWithTemplate() {
  const folder = path.join(stateFolder("test"), `server-${process.pid}`);
  const server = await startEmbeddedPostgres(folder, { durable: false });
  await ensureDatabase(server, templateName);
  await migrateDatabase(server.url(templateName));
  let stopped: Promise<void> | undefined;
  return {
    url: server.url("postgres"),
    stop() {
      stopped ??= server.stop().then(() => rmSync(folder, { recursive: true, force: true }));
      return stopped;
    },
  };
}
