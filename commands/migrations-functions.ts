import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { ensureDatabase, startEmbeddedPostgres } from "../db/embedded";
import { describeFunctions, readFunctionFiles } from "../db/functions";
import { migrateDatabase } from "../db/migrate";
import { projectFolder, stateFolder } from "./configuration";
import { reportingFailure } from "./reporting-failure";

const usage = "Usage: npm run migrations:functions -- --name what-changed";

/** Writes a migration of the files in db/functions that differ from what the migrations make. */
await reportingFailure(async () => {
  const { values } = parseArgs({ options: { name: { type: "string" } } });
  if (!values.name) throw new Error(usage);
  const migrated = await describeMigratedFunctions();
  const files = readFunctionFiles();
  const dropped = [...migrated.keys()].filter((name) => !files.has(name));
  if (dropped.length > 0) throw new Error(`Drop these by a migration of your own: ${dropped}`);
  const changed = [...files].filter(([name, text]) => migrated.get(name) !== text);
  if (changed.length === 0) {
    console.log("No function differs from what the migrations make.");
    return;
  }
  const migration = createEmptyMigration(values.name);
  writeFileSync(migration, changed.map(([, text]) => text).join("--> statement-breakpoint\n"));
  console.log(
    `${path.relative(projectFolder, migration)}: ${changed.map(([name]) => name).join(", ")}`,
  );
});

async function describeMigratedFunctions(): Promise<Map<string, string>> {
  const folder = path.join(stateFolder("test"), `functions-${process.pid}`);
  const server = await startEmbeddedPostgres(folder, { durable: false });
  try {
    await ensureDatabase(server, "wattdesk");
    await migrateDatabase(server.url("wattdesk"));
    const client = postgres(server.url("wattdesk"), { max: 1 });
    try {
      return await describeFunctions(client);
    } finally {
      await client.end();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns the path of the file that drizzle-kit adds to the journal */
function createEmptyMigration(name: string): string {
  const { status } = spawnSync(
    "npx",
    ["--no-install", "drizzle-kit", "generate", "--custom", "--name", name],
    { cwd: projectFolder, stdio: ["ignore", "ignore", "inherit"] },
  );
  const folder = path.join(projectFolder, "db/migrations");
  const file = readdirSync(folder).find((entry) => entry.endsWith(`_${name}.sql`));
  if (status !== 0 || !file) throw new Error("drizzle-kit made no migration.");
  return path.join(folder, file);
}
