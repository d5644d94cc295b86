import "server-only";
import { createDatabase, type Database } from "@/db/client";
import { environment } from "./env";
import { DatabaseUnavailable } from "./errors";
import { log } from "./log";

const kept = globalThis as { wattdeskDatabase?: Database; wattdeskDatabaseWaitMs?: number };

/** The process's one pool; kept across hot reloads in development. */
export function database(): Database {
  kept.wattdeskDatabase ??= openDatabase();
  return kept.wattdeskDatabase;
}

/** For processes that nobody waits for: work waits longer for a connection before it fails. */
export function waitForConnections(waitMs: number): void {
  kept.wattdeskDatabaseWaitMs = waitMs;
}

function openDatabase(): Database {
  const { DATABASE_URL, DATABASE_CONNECTIONS, DATABASE_PREPARED_STATEMENTS } = environment();
  return createDatabase(DATABASE_URL, {
    connections: DATABASE_CONNECTIONS,
    ...(kept.wattdeskDatabaseWaitMs && { waitMs: kept.wattdeskDatabaseWaitMs }),
    preparesStatements: DATABASE_PREPARED_STATEMENTS,
    toError: (failure) => new DatabaseUnavailable(failure),
    onWarning: (message, err) => log.warn({ err }, message),
  });
}
