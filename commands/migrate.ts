import { latestMigration, migrateDatabase } from "../db/migrate";
import { waitForDatabase } from "../db/wait-for-database";
import { requireDatabaseUrl } from "./database-url";
import { reportingFailure } from "./reporting-failure";

const DATABASE_TIMEOUT_MS = 60_000;

// Migrates the database and ends: run it before new processes are started.
await reportingFailure(async () => {
  const url = requireDatabaseUrl(["DATABASE_OWNER_URL", "DATABASE_URL"]);
  await waitForDatabase(url, DATABASE_TIMEOUT_MS, (problem) =>
    console.log(`Waiting for the database: ${problem}`),
  );
  await migrateDatabase(url, {
    onRetry: (name, attempt) => console.log(`${name} waits for a lock (attempt ${attempt}) …`),
  });
  console.log(`The database is up to date (${new Date(latestMigration()).toISOString()}).`);
});
