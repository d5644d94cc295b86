import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import postgres from "postgres";

const migrationsFolder = fileURLToPath(new URL("migrations", import.meta.url));

/**
 * Brings a database to the present schema, the job queue's own tables included.
 * @param ownerUrl a login that may create tables, roles and extensions
 */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const connection = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    // Two instances that start together take turns.
    await connection`select pg_advisory_lock(7205759)`;
    await migrate(drizzle(connection), { migrationsFolder });
    await runMigrations({ connectionString: ownerUrl });
  } finally {
    await connection.end();
  }
}
