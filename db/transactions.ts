import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { NodePgSession, NodePgTransaction } from "drizzle-orm/node-postgres";
import { PgDialect, type PreparedQueryConfig } from "drizzle-orm/pg-core";
import type pg from "pg";
import { type JoinsNotNullable, rowReader, type SelectedFields } from "./row-reader";
import type { StatementNames } from "./statement-names";

/** An open transaction that runs as the application role. */
export type Transaction = Parameters<Parameters<NodePgDatabase["transaction"]>[0]>[0];

export type AccessMode = "read only" | "read write";

type Nothing = Record<string, never>;

type Preparation = Parameters<NodePgSession<Nothing, Nothing>["prepareQuery"]>;

/** Has rows read by a reader that is made once for each statement, see `rowReader`. */
export class ReadingSession extends NodePgSession<Nothing, Nothing> {
  /** Whether the transaction is over: its connection is another's then, and acts with other rights. */
  isOver = false;

  override prepareQuery<Config extends PreparedQueryConfig>(
    ...[query, fields, name, isArray, ownMapper, ...rest]: Preparation
  ) {
    if (this.isOver) throw new Error("A statement came after the end of its transaction.");
    // The query builder says only afterwards which joined records have to be there.
    const readRows = (rows: unknown[][]) =>
      rows.map(readerOf(fields ?? [], prepared.joinsNotNullableMap));
    const mapper = ownMapper ?? (fields && readRows);
    const prepared = super.prepareQuery<Config>(
      query,
      fields,
      name,
      isArray,
      mapper as typeof ownMapper,
      ...rest,
    ) as ReturnType<NodePgSession<Nothing, Nothing>["prepareQuery"]> & {
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

/** How long a transaction's statements and waits for locks may take, in milliseconds. */
const STATEMENT_TIMEOUT_MS = 15_000;
const LOCK_TIMEOUT_MS = 5_000;
const IDLE_TIMEOUT_MS = 60_000;

/** Limits are part of the transaction: a pooler would refuse them at the start of a connection, or mix them up. */
const bindTransaction = `select set_config('role', 'wattdesk_app', true),
  set_config('app.organization_id', $1, true), set_config('statement_timeout', '${STATEMENT_TIMEOUT_MS}', true),
  set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true),
  set_config('idle_in_transaction_session_timeout', '${IDLE_TIMEOUT_MS}', true)`;

export const dialect = new PgDialect({ casing: "snake_case" });

/** A transaction that stays open until it is ended. */
export type OpenTransaction = {
  transaction: Transaction;
  /** Settles once it is bound to its organization. If that fails, nothing that follows runs. */
  isBound: Promise<unknown>;
  /** Whether its connection broke, so that it cannot have been committed unless `commit` was sent. */
  isConnectionLost(): boolean;
  commit(): Promise<void>;
  rollback(): Promise<void>;
};

type TransactionOptions = {
  organizationId: string;
  accessMode: AccessMode;
  /** Throws where the transaction's statements are no longer wanted. */
  mayGoOn: () => void;
  onEnd: () => void;
};

type Query = { text: string; rowMode?: "array"; types?: pg.CustomTypesConfig };

/**
 * Opens a transaction that runs as `wattdesk_app` within one organization. Beginning and binding are sent at
 * once, without waiting, and so before its other statements, with which they share a round trip.
 */
export function openTransaction(
  client: pg.PoolClient,
  names: StatementNames,
  { organizationId, accessMode, mayGoOn, onEnd }: TransactionOptions,
): OpenTransaction {
  let isLost = false;
  const onLoss = () => {
    isLost = true;
  };
  client.on("error", onLoss).on("end", onLoss);

  const send = (query: Query, values?: unknown[]) => {
    const name = values ? names.nameFor(query.text) : undefined;
    return client.query({ ...query, ...(name && { name }) }, values);
  };
  const isBound = Promise.all([
    client.query(`begin ${accessMode}`),
    send({ text: bindTransaction }, [organizationId]),
  ]);
  // The end of the transaction waits for it; until then nobody handles a failure.
  isBound.catch(() => {});

  const guarded = {
    query({ text, rowMode, types }: Query, values: unknown[]) {
      mayGoOn();
      return send({ text, ...(rowMode && { rowMode }), ...(types && { types }) }, values);
    },
  };
  const session = new ReadingSession(guarded as unknown as pg.PoolClient, dialect, undefined);

  async function end(statement: "commit" | "rollback"): Promise<string> {
    session.isOver = true;
    try {
      return (await client.query(statement)).command;
    } finally {
      client.off("error", onLoss).off("end", onLoss);
      client.release(isLost);
      onEnd();
    }
  }

  return {
    transaction: new NodePgTransaction(dialect, session, undefined) as unknown as Transaction,
    isBound,
    isConnectionLost: () => isLost,
    async commit() {
      // A statement failed and somebody went on as if it had not.
      if ((await end("commit")) !== "COMMIT") {
        throw new Error("A transaction that had failed was to be committed.");
      }
    },
    async rollback() {
      try {
        await end("rollback");
      } catch (error) {
        // The connection is gone, and the transaction with it.
        if (!isLost) throw error;
      }
    },
  };
}
