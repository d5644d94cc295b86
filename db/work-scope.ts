import { AsyncLocalStorage } from "node:async_hooks";

/** What the database has to know of the request that its work is done for. */
export type WorkScope = {
  /** Aborted when the client has closed its connection. */
  signal: AbortSignal;
  /** Set once work of the request was refused for want of the database: its 500 is then a 503. */
  isUnavailable: boolean;
  /** Set once the client was refused for asking too often: its 500 is then a 429. */
  retryAfterSeconds?: number;
};

/** The server and the code that Next bundles load this file twice; both have to see the same storage. */
const shared = globalThis as { wattdeskWorkScope?: AsyncLocalStorage<WorkScope> };
shared.wattdeskWorkScope ??= new AsyncLocalStorage<WorkScope>();
const storage = shared.wattdeskWorkScope;

/** Runs a request's work, so that what waits for a connection stops waiting when the client has left. */
export function runInWorkScope<Result>(scope: WorkScope, run: () => Result): Result {
  return storage.run(scope, run);
}

/** @returns undefined in jobs and commands */
export function findWorkScope(): WorkScope | undefined {
  return storage.getStore();
}
