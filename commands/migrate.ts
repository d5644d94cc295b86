import { latestMigration, migrateDatabase } from "../db/migrate";
import { waitForDatabase } from "../db/wait-for-database";
import { reportingFailure } from "./reporting-failure";

const DATABASE_TIMEOUT_MS = 60_000;

// Brings the database up to date and ends: for a step of its own before new processes are started.
await reportingFailure(async () => {
  const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
  if (!url) throw new Error("Set DATABASE_OWNER_URL or DATABASE_URL.");
  await waitForDatabase(url, DATABASE_TIMEOUT_MS, (problem) =>
    console.log(`Waiting for the database: ${problem}`),
  );
  await migrateDatabase(url, {
    onRetry: (name, attempt) => console.log(`${name} waits for a lock (attempt ${attempt}) …`),
  });
  console.log(`The database is up to date (${new Date(latestMigration()).toISOString()}).`);
});
