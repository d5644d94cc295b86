import pg from "pg";
import { GateRefusal } from "./gate";

/** Why a transaction failed, where that lies with the database and not with what was asked of it. */
export type DatabaseFailure = {
  /**
   * `connection`: no connection, or it broke. `busy`: a queue was full, or a lock, statement or turn took too long.
   * `conflict`: a deadlock or serialization failure, which another try may pass.
   */
  kind: "connection" | "busy" | "conflict";
  /** Whether it is known that nothing was committed, so that it may be run again. */
  isRolledBack: boolean;
  cause: unknown;
};

const kindByState: Record<string, DatabaseFailure["kind"]> = {
  "40P01": "conflict",
  "40001": "conflict",
  // lock_not_available, query_canceled (statement_timeout), too_many_connections
  "55P03": "busy",
  "57014": "busy",
  "53300": "busy",
  // admin_shutdown, crash_shutdown, cannot_connect_now, idle_session_timeout, idle_in_transaction_session_timeout
  "57P01": "connection",
  "57P02": "connection",
  "57P03": "connection",
  "57P05": "connection",
  "25P03": "connection",
};

/** Two at once write what may be there once: another try finds what the first has written, and names it. */
const RETRIED_INDEXES = ["devices_serial_once"];

const isRetriedDuplicate = (cause: unknown) =>
  cause instanceof pg.DatabaseError && RETRIED_INDEXES.includes(cause.constraint ?? "");

/** Statements of a pooler that does not keep them: invalid_sql_statement_name, duplicate_prepared_statement. */
const lostStatementStates = new Set<string | undefined>(["26000", "42P05"]);

/** Drizzle puts the driver's error into the cause of its error. */
export function driverError(error: unknown): unknown {
  return error instanceof Error && error.cause ? error.cause : error;
}

/** The SQLSTATE of a failed statement. */
function sqlState(error: unknown): string | undefined {
  const cause = driverError(error);
  return cause instanceof pg.DatabaseError ? cause.code : undefined;
}

export function isLostStatement(error: unknown): boolean {
  return lostStatementStates.has(sqlState(error));
}

/**
 * What kind of failure of the database an error is.
 * @param isConnectionLost whether the transaction's connection is known to have broken
 * @returns undefined for errors that lie with the statement itself
 */
export function failureKind(
  error: unknown,
  isConnectionLost: boolean,
): DatabaseFailure["kind"] | undefined {
  if (driverError(error) instanceof GateRefusal) return "busy";
  if (isRetriedDuplicate(driverError(error))) return "conflict";
  const state = sqlState(error);
  if (state) return state.startsWith("08") ? "connection" : kindByState[state];
  return isConnectionLost ? "connection" : undefined;
}
