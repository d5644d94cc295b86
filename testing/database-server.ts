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

/** Starts a throw-away PostgreSQL for the run, with a migrated template to copy. */
export default async function setup(project: TestProject) {
  const folder = path.join(stateFolder("test"), `server-${process.pid}`);
  const server = await startEmbeddedPostgres(folder, { durable: false });
  await ensureDatabase(server, templateName);
  await migrateDatabase(server.url(templateName));
  project.provide("serverUrl", server.url("postgres"));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
