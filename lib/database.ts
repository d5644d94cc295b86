import "server-only";
import { createDatabase, type Database } from "@/db/client";
import { environment } from "./env";

const kept = globalThis as { wattdeskDatabase?: Database };

/** The process's one pool; kept across hot reloads in development. */
export function database(): Database {
  kept.wattdeskDatabase ??= createDatabase(environment().DATABASE_URL);
  return kept.wattdeskDatabase;
}
