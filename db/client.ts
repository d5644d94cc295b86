import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

function connect(url: string, most: number) {
  const connection = postgres(url, {
    max: most,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "wattdesk", statement_timeout: 15_000 },
  });
  return { connection, drizzled: drizzle(connection, { schema, casing: "snake_case" }) };
}

type Drizzled = ReturnType<typeof connect>["drizzled"];

/** An open transaction that runs as the application role. */
export type Transaction = Parameters<Parameters<Drizzled["transaction"]>[0]>[0];

export type Database = ReturnType<typeof createDatabase>;

/**
 * The only door to the data. Every transaction runs as `wattdesk_app`, bound by row-level security
 * to the organization named for it; role and organization last as long as the transaction, so that
 * a pooled connection (PgBouncer in transaction mode too) carries nothing over.
 */
export function createDatabase(url: string, options: { connections?: number } = {}) {
  const { connection, drizzled } = connect(url, options.connections ?? 10);

  function begin<Result>(
    organizationId: string,
    accessMode: "read only" | "read write",
    run: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    return drizzled.transaction(
      async (transaction) => {
        await transaction.execute(
          sql`select set_config('role', 'wattdesk_app', true), set_config('app.organization_id', ${organizationId}, true)`,
        );
        return run(transaction);
      },
      { accessMode },
    );
  }

  return {
    /** Reads within one organization. A write in here is refused by PostgreSQL. */
    read: <Result>(organizationId: string, run: (transaction: Transaction) => Promise<Result>) =>
      begin(organizationId, "read only", run),
    /** Reads and writes within one organization. */
    write: <Result>(organizationId: string, run: (transaction: Transaction) => Promise<Result>) =>
      begin(organizationId, "read write", run),
    /** For what happens before an organization is known: tenant tables are empty in here. */
    outsideOrganizations: <Result>(run: (transaction: Transaction) => Promise<Result>) =>
      begin("", "read write", run),
    close: () => connection.end({ timeout: 5 }),
  };
}
