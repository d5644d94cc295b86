import pg from "pg";

export type PoolOptions = {
  connections: number;
  /** How long opening a connection may take, in milliseconds. */
  connectTimeoutMs: number;
};

/** A little longer than PostgreSQL's own limit: only a server that no longer answers lets it pass. */
const QUERY_TIMEOUT_MS = 20_000;

/** After this, a connection is replaced, so that memory of its backend does not only grow. */
const MAX_CONNECTION_LIFETIME_SECONDS = 30 * 60;

const brokenConnections = new WeakSet<pg.ClientBase>();

/** Whether a connection broke, also when that was before its transaction began to listen. */
export const isBroken = (client: pg.ClientBase): boolean => brokenConnections.has(client);

/**
 * The driver's own pool. Connections are pipelined: statements that do not wait for each other share their way to
 * the server. No limits are sent with the start of a connection, since poolers refuse those.
 * @param onError is told of idle connections that broke; the pool has dropped them by then
 */
export function createPool(
  url: string,
  { connections, connectTimeoutMs }: PoolOptions,
  onError: (error: Error) => void,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: connectTimeoutMs,
    maxLifetimeSeconds: MAX_CONNECTION_LIFETIME_SECONDS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    application_name: "wattdesk",
    pipeline: true,
  });
  pool.on("error", onError);
  // The pool stops listening before it hands a connection over: one that breaks in between would end the process.
  pool.on("connect", (client) => {
    client.on("error", () => brokenConnections.add(client));
  });
  return pool;
}
