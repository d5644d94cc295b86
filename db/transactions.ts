import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { failureKind } from "./errors";
import { isBroken } from "./pool";
import type { StatementNames } from "./statement-names";

/** The driver's connection as a transaction lets others use it. */
type TransactionClient = {
  query<Row extends pg.QueryResultRow>(
    query: Query,
    values: unknown[],
  ): Promise<pg.QueryResult<Row>>;
};

/** An open transaction that runs as the application role. */
export type Transaction = NodePgDatabase & { $client: TransactionClient };

export type AccessMode = "read only" | "read write";

/** How long a transaction's statements and waits for locks may take, in milliseconds. */
const STATEMENT_TIMEOUT_MS = 15_000;
const LOCK_TIMEOUT_MS = 5_000;
const IDLE_TIMEOUT_MS = 60_000;

/** Limits are part of the transaction: a pooler would refuse them at the start of a connection, or mix them up. */
const bindTransaction = `select set_config('role', 'wattdesk_app', true),
  set_config('app.organization_id', $1, true), set_config('statement_timeout', '${STATEMENT_TIMEOUT_MS}', true),
  set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true),
  set_config('idle_in_transaction_session_timeout', '${IDLE_TIMEOUT_MS}', true)`;

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
  let isLost = isBroken(client);
  const onLoss = () => {
    isLost = true;
  };
  client.on("error", onLoss).on("end", onLoss);

  const send = <Row extends pg.QueryResultRow>(query: Query, values: unknown[]) => {
    const name = names.nameFor(query.text);
    return client.query<Row>({ ...query, ...(name && { name }) }, values);
  };
  const isBound = Promise.all([
    client.query(`begin ${accessMode}`),
    send({ text: bindTransaction }, [organizationId]),
  ]);
  // The end of the transaction waits for it; until then nobody handles a failure.
  isBound.catch(() => {});

  /** Whether the transaction is over: its connection is another's then, and acts with other rights. */
  let isOver = false;
  const guarded: TransactionClient = {
    query<Row extends pg.QueryResultRow>({ text, rowMode, types }: Query, values: unknown[]) {
      if (isOver) throw new Error("A statement came after the end of its transaction.");
      mayGoOn();
      const query = { text, ...(rowMode && { rowMode }), ...(types && { types }) };
      return send<Row>(query, values);
    },
  };

  // The query builder calls nothing of its client but `query`.
  const transaction = drizzle({
    client: guarded as TransactionClient & pg.PoolClient,
    casing: "snake_case",
  });

  async function end(statement: "commit" | "rollback"): Promise<string> {
    isOver = true;
    try {
      return (await client.query(statement)).command;
    } catch (error) {
      // A backend that is ended answers the statement first, and closes the connection afterwards.
      if (failureKind(error, isLost) === "connection") isLost = true;
      throw error;
    } finally {
      // A lost connection may still emit errors, which nobody else listens to.
      if (!isLost) client.off("error", onLoss).off("end", onLoss);
      client.release(isLost);
      onEnd();
    }
  }

  return {
    transaction,
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
