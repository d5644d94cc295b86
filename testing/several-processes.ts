import { createDatabase, type Database } from "../db/client";
import { DatabaseUnavailable } from "../lib/core/errors";

/**
 * Has use-cases run as if each came to another web process: transactions go to several pools in turn, so that what one
 * process queues in memory meets in the database.
 */
export function actAsSeveralProcesses(url: string, processes: number): Database {
  const databases = Array.from({ length: processes }, () =>
    createDatabase(url, {
      connections: 4,
      waitMs: 10_000,
      toError: (failure) => new DatabaseUnavailable(failure),
    }),
  );
  let turn = 0;
  const next = () => databases[turn++ % processes] as Database;
  const several: Database = {
    read: (...parameters) => next().read(...parameters),
    write: (...parameters) => next().write(...parameters),
    sharingReads: (...parameters) => next().sharingReads(...parameters),
    outsideOrganizations: (...parameters) => next().outsideOrganizations(...parameters),
    close: async () => {
      await Promise.all(databases.map((database) => database.close()));
    },
  };
  (globalThis as { wattdeskDatabase?: Database }).wattdeskDatabase = several;
  return several;
}
