import { pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** When each worker was last heard of. Belongs to no tenant: one worker does the jobs of all. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  /** The name under which it locks jobs in the queue. */
  workerId: text().primaryKey(),
  startedAt: moment().notNull().defaultNow(),
  seenAt: moment().notNull().defaultNow(),
});
