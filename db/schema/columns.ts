import { integer, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

/** The first half of every tenant table's primary key. */
export const organizationId = () => uuid().notNull();

/** UUIDv7 made in the application, so that PostgreSQL 15 to 18 all serve. */
export const id = () => uuid().notNull().$defaultFn(uuidv7);

/** A moment in time, stored in UTC. */
export const moment = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });

export const createdAt = () => moment().notNull().defaultNow();

export const updatedAt = () =>
  moment()
    .notNull()
    .defaultNow()
    .$onUpdateFn(() => new Date());

/** Counts the writes to a row; an update names the version it was made against. */
export const version = () => integer().notNull().default(1);
