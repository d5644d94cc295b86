import { PgDialect, type PreparedQueryConfig } from "drizzle-orm/pg-core";
import { type drizzle, PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type { ReservedSql, Sql } from "postgres";
import { type JoinsNotNullable, rowReader, type SelectedFields } from "./row-reader";

type Drizzled = ReturnType<typeof drizzle<Record<string, never>>>;

/** An open transaction that runs as the application role. */
export type Transaction = Parameters<Parameters<Drizzled["transaction"]>[0]>[0];

export type AccessMode = "read only" | "read write";

type Nothing = Record<string, never>;

type Preparation = Parameters<PostgresJsSession<Sql, Nothing, Nothing>["prepareQuery"]>;

/**
 * Has the server keep each statement prepared: its text goes one way instead of two, and is read and, where that
 * is cheaper, planned once. The query builder only does so with statements that are given a name one by one.
 */
export class PreparingSession extends PostgresJsSession<Sql, Nothing, Nothing> {
  /** Whether the transaction is over: its connection is another's then, and acts with other rights. */
  isOver = false;

  override prepareQuery<Config extends PreparedQueryConfig>(
    ...[query, fields, , isArray, ownMapper, ...rest]: Preparation
  ) {
    if (this.isOver) throw new Error("A statement came after the end of its transaction.");
    // The query builder says only afterwards which joined records have to be there.
    const readRows = (rows: unknown[][]) =>
      rows.map(readerOf(fields ?? [], prepared.joinsNotNullableMap));
    const mapper = ownMapper ?? (fields && readRows);
    const prepared = super.prepareQuery<Config>(
      query,
      fields,
      "prepared",
      isArray,
      mapper as typeof ownMapper,
      ...rest,
    ) as ReturnType<PostgresJsSession<Sql, Nothing, Nothing>["prepareQuery"]> & {
      joinsNotNullableMap?: JoinsNotNullable;
    };
    return prepared;
  }
}

/** By what a statement selects, which a kept statement brings each time. */
const readers = new WeakMap<SelectedFields, ReturnType<typeof rowReader>>();

function readerOf(fields: SelectedFields, joins: JoinsNotNullable) {
  let reader = readers.get(fields);
  if (!reader) {
    reader = rowReader(fields, joins);
    readers.set(fields, reader);
  }
  return reader;
}

const bindTransaction =
  "select set_config('role', 'wattdesk_app', true), set_config('app.organization_id', $1, true)";

export const dialect = new PgDialect({ casing: "snake_case" });

/** A transaction that is open until it is ended, whatever happens in it. */
export type OpenTransaction = {
  transaction: Transaction;
  /** Settles once it is bound to its organization. Should that fail, nothing that follows is carried out. */
  isBound: Promise<unknown>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
};

/**
 * Opens a transaction that runs as `wattdesk_app` within one organization. Beginning and binding are sent at
 * once, without waiting, and so before whatever runs in it, with which they share their way to the server.
 */
export async function openTransaction(
  connection: Sql,
  organizationId: string,
  accessMode: AccessMode,
): Promise<OpenTransaction> {
  const client = await connection.reserve();
  const isBound = Promise.all([
    client.unsafe(`begin ${accessMode}`).execute(),
    client.unsafe(bindTransaction, [organizationId], { prepare: true }).execute(),
  ]);
  // Whoever ends the transaction waits for it; until then a failure is nobody's yet.
  isBound.catch(() => {});
  const session = new PreparingSession(client, dialect, undefined);
  const transaction = new PostgresJsTransaction(dialect, session as never, undefined);
  return {
    transaction: transaction as unknown as Transaction,
    isBound,
    commit() {
      session.isOver = true;
      return commit(client);
    },
    rollback() {
      session.isOver = true;
      return rollback(client);
    },
  };
}

async function commit(client: ReservedSql): Promise<void> {
  try {
    const { command } = await client.unsafe("commit");
    // A statement failed and somebody went on as if it had not.
    if (command !== "COMMIT") throw new Error("A transaction that had failed was to be committed.");
  } finally {
    client.release();
  }
}

async function rollback(client: ReservedSql): Promise<void> {
  try {
    await client.unsafe("rollback");
  } catch {
    // The connection is gone, and the transaction with it.
  } finally {
    client.release();
  }
}
