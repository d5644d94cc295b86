import { AsyncLocalStorage } from "node:async_hooks";
import { createConnectionGate, type Workload } from "./connection-gate";
import { type DatabaseFailure, driverError, failureKind, isLostStatement } from "./errors";
import { GateRefusal } from "./gate";
import { createPool } from "./pool";
import { createStatementNames } from "./statement-names";
import {
  type AccessMode,
  type OpenTransaction,
  openTransaction,
  type Transaction,
} from "./transactions";
import { findWorkScope } from "./work-scope";

export type { Transaction };

export type Database = ReturnType<typeof createDatabase>;

export type DatabaseOptions = {
  connections?: number;
  /** How long work waits for a connection, and opening one may take, in milliseconds. */
  waitMs?: number;
  /** Whether statements are prepared under names; a pooler that keeps none is also found out. */
  preparesStatements?: boolean;
  /** Makes the error that callers get when the database could not do its part. */
  toError?: (failure: DatabaseFailure) => Error;
  /** Is told of what is no caller's error: an idle connection that broke, a pooler without prepared statements. */
  onWarning?: (message: string, error: unknown) => void;
};

/** The reads of one request, which share a transaction as long as nothing is written in between. */
type SharedReads = {
  organizationId: string;
  open: Promise<OpenTransaction> | undefined;
  /** Reads that are under way in it. */
  running: Set<Promise<unknown>>;
  /** Work that continues after the request was answered, as a download does, uses its own transactions. */
  isOver: boolean;
};

const reads = new AsyncLocalStorage<SharedReads>();

/** Set for work within a shared read, which must not wait for itself. */
const withinRead = new AsyncLocalStorage<true>();

const defaultToError = ({ cause }: DatabaseFailure) =>
  cause instanceof Error ? cause : new Error(String(cause));

/**
 * The only door to the data. Every transaction runs as `wattdesk_app`, bound by row-level security
 * to the organization named for it; role and organization last as long as the transaction, so that
 * a pooled connection (PgBouncer in transaction mode too) carries nothing over.
 */
export function createDatabase(
  url: string,
  {
    connections = 10,
    waitMs = 2000,
    preparesStatements = true,
    toError = defaultToError,
    onWarning = () => {},
  }: DatabaseOptions = {},
) {
  const gate = createConnectionGate({ connections, waitMs });
  const pool = createPool(url, { connections, connectTimeoutMs: waitMs }, (error) =>
    onWarning("an idle database connection broke", error),
  );
  const names = createStatementNames();
  if (!preparesStatements) names.disable();

  /** Opens a transaction once the gate lets it in; ending it gives the turn back. */
  async function open(workload: Workload, accessMode: AccessMode): Promise<OpenTransaction> {
    const scope = findWorkScope();
    try {
      const leave = await gate.enter(workload, scope?.signal);
      try {
        const client = await pool.connect();
        // A read is of no use to a client that has left; a command that has begun is finished.
        const mayGoOn = () => {
          if (accessMode === "read only" && scope?.signal.aborted) throw new GateRefusal("aborted");
        };
        const { organizationId } = workload;
        return openTransaction(client, names, {
          organizationId,
          accessMode,
          mayGoOn,
          onEnd: leave,
        });
      } catch (error) {
        leave();
        throw error;
      }
    } catch (cause) {
      throw refuse({ kind: failureKind(cause, true) ?? "connection", isRolledBack: true, cause });
    }
  }

  function refuse(failure: DatabaseFailure): Error {
    const scope = findWorkScope();
    if (scope) scope.isUnavailable = true;
    return toError(failure);
  }

  /** What callers get for an error inside a transaction that has ended. */
  function translate(error: unknown, open: OpenTransaction, isRolledBack: boolean): unknown {
    if (isLostStatement(error)) {
      if (names.isEnabled) {
        onWarning("statements are no longer prepared: the pooler keeps none", driverError(error));
      }
      names.disable();
      return toError({ kind: "conflict", isRolledBack, cause: error });
    }
    const kind = failureKind(error, open.isConnectionLost());
    return kind ? refuse({ kind, isRolledBack, cause: error }) : error;
  }

  async function transact<Result>(
    workload: Workload,
    accessMode: AccessMode,
    run: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const opened = await open(workload, accessMode);
    let isCommitting = false;
    try {
      // All its statements have ended before another caller gets the connection.
      const [done, bound] = await Promise.allSettled([run(opened.transaction), opened.isBound]);
      if (bound.status === "rejected") throw bound.reason;
      if (done.status === "rejected") throw done.reason;
      isCommitting = accessMode === "read write";
      await opened.commit();
      return done.value;
    } catch (error) {
      if (!isCommitting) await opened.rollback();
      throw translate(error, opened, !isCommitting);
    }
  }

  async function endSharedRead(): Promise<void> {
    const shared = reads.getStore();
    const opening = shared?.open;
    if (!shared || !opening) return;
    shared.open = undefined;
    if (!withinRead.getStore()) await Promise.allSettled(shared.running);
    await (await opening).rollback();
  }

  async function read<Result>(
    organizationId: string,
    run: (transaction: Transaction) => Promise<Result>,
    caller?: string,
  ): Promise<Result> {
    const workload = { organizationId, caller, isWrite: false };
    const shared = reads.getStore();
    if (shared?.organizationId !== organizationId || shared.isOver) {
      return transact(workload, "read only", run);
    }
    shared.open ??= open(workload, "read only");
    const reading = readWithin(shared.open, run);
    shared.running.add(reading);
    const [outcome] = await Promise.allSettled([reading]);
    shared.running.delete(reading);
    if (outcome.status === "fulfilled") return outcome.value;
    // A statement that failed has made the transaction useless to those who come after.
    await endSharedRead();
    throw outcome.reason;
  }

  async function readWithin<Result>(
    opening: Promise<OpenTransaction>,
    run: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const opened = await opening;
    try {
      const [done, bound] = await Promise.allSettled([
        withinRead.run(true, () => run(opened.transaction)),
        opened.isBound,
      ]);
      if (bound.status === "rejected") throw bound.reason;
      if (done.status === "rejected") throw done.reason;
      return done.value;
    } catch (error) {
      throw translate(error, opened, true);
    }
  }

  async function write<Result>(
    organizationId: string,
    run: (transaction: Transaction) => Promise<Result>,
    caller?: string,
  ): Promise<Result> {
    // Two connections for one request could each wait for the other's.
    await endSharedRead();
    return transact({ organizationId, caller, isWrite: true }, "read write", run);
  }

  return {
    /**
     * Reads within one organization. A write in here is refused by PostgreSQL.
     * @param caller whose share of the connections it counts against
     */
    read,
    /** Reads and writes within one organization. */
    write,
    /**
     * Has the reads of an organization that follow one another in `run` share a transaction: each would else
     * begin and end their own. Not for reads that go on at the same time as writes.
     */
    async sharingReads<Result>(
      organizationId: string,
      run: () => Promise<Result>,
    ): Promise<Result> {
      const shared: SharedReads = {
        organizationId,
        open: undefined,
        running: new Set(),
        isOver: false,
      };
      return reads.run(shared, async () => {
        try {
          return await run();
        } finally {
          shared.isOver = true;
          await endSharedRead();
        }
      });
    },
    /** For what happens before an organization is known: tenant tables are empty in here. */
    outsideOrganizations: <Result>(
      run: (transaction: Transaction) => Promise<Result>,
      caller?: string,
    ) => write("", run, caller),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}
