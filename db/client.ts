import { AsyncLocalStorage } from "node:async_hooks";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import {
  type AccessMode,
  type OpenTransaction,
  openTransaction,
  type Transaction,
} from "./transactions";

export type { Transaction };

export type Database = ReturnType<typeof createDatabase>;

/** The reads of one request, which share a transaction as long as nothing is written in between. */
type SharedReads = {
  organizationId: string;
  open: Promise<OpenTransaction> | undefined;
  /** Reads that are under way in it. */
  running: Set<Promise<unknown>>;
  /** What goes on after the request was answered, as a download does, has transactions of its own. */
  isOver: boolean;
};

const reads = new AsyncLocalStorage<SharedReads>();

/** Set for whatever runs within a shared read, which must not wait for itself. */
const withinRead = new AsyncLocalStorage<true>();

/**
 * The only door to the data. Every transaction runs as `wattdesk_app`, bound by row-level security
 * to the organization named for it; role and organization last as long as the transaction, so that
 * a pooled connection (PgBouncer in transaction mode too) carries nothing over.
 */
export function createDatabase(url: string, options: { connections?: number } = {}) {
  const connection = postgres(url, {
    max: options.connections ?? 10,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "wattdesk", statement_timeout: 15_000 },
  });
  // Teaches the connection to leave moments and JSON to the query builder.
  drizzle(connection);

  async function transact<Result>(
    organizationId: string,
    accessMode: AccessMode,
    run: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const open = await openTransaction(connection, organizationId, accessMode);
    try {
      // Whatever runs in it has come to its end before the connection goes to another.
      const [done, bound] = await Promise.allSettled([run(open.transaction), open.isBound]);
      if (bound.status === "rejected") throw bound.reason;
      if (done.status === "rejected") throw done.reason;
      await open.commit();
      return done.value;
    } catch (error) {
      await open.rollback();
      throw error;
    }
  }

  async function endSharedRead(): Promise<void> {
    const shared = reads.getStore();
    const open = shared?.open;
    if (!shared || !open) return;
    shared.open = undefined;
    if (!withinRead.getStore()) await Promise.allSettled(shared.running);
    await (await open).rollback();
  }

  async function read<Result>(
    organizationId: string,
    run: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const shared = reads.getStore();
    if (shared?.organizationId !== organizationId || shared.isOver) {
      return transact(organizationId, "read only", run);
    }
    shared.open ??= openTransaction(connection, organizationId, "read only");
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
    const open = await opening;
    const [done, bound] = await Promise.allSettled([
      withinRead.run(true, () => run(open.transaction)),
      open.isBound,
    ]);
    if (bound.status === "rejected") throw bound.reason;
    if (done.status === "rejected") throw done.reason;
    return done.value;
  }

  async function write<Result>(
    organizationId: string,
    run: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    // Two connections for one request could each wait for the other's.
    await endSharedRead();
    return transact(organizationId, "read write", run);
  }

  return {
    /** Reads within one organization. A write in here is refused by PostgreSQL. */
    read,
    /** Reads and writes within one organization. */
    write,
    /**
     * Has the reads of an organization that follow one another in `run` share a transaction: each would else
     * begin and end one of its own. Not for reads that go on at the same time as writes.
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
    outsideOrganizations: <Result>(run: (transaction: Transaction) => Promise<Result>) =>
      write("", run),
    close: () => connection.end({ timeout: 5 }),
  };
}
