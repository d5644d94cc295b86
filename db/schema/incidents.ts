import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, moment, organizationId } from "./columns";
import { devices } from "./devices";
import { organizations } from "./organizations";

/** A time in which unusually many devices of one manufacturer dropped together. */
export const incidents = pgTable(
  "incidents",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    manufacturer: text().notNull(),
    /** When the first of these devices dropped. */
    startedAt: moment().notNull(),
    openedAt: moment().notNull(),
    closedAt: moment(),
    /** How many devices it has hit, and how many of them are not back. */
    affected: integer().notNull(),
    stillAffected: integer().notNull(),
    /** What was counted when it opened, over how many minutes, and what is usual in as many. */
    counted: integer().notNull(),
    windowMinutes: integer().notNull(),
    usual: real().notNull(),
    threshold: real().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("incidents_one_open")
      .on(table.organizationId, table.manufacturer)
      .where(sql`closed_at is null`),
    index("incidents_by_opening").on(table.organizationId, table.openedAt, table.id),
  ],
);

export const incidentDevices = pgTable(
  "incident_devices",
  {
    organizationId: organizationId(),
    incidentId: uuid().notNull(),
    deviceId: uuid().notNull(),
    droppedAt: moment().notNull(),
    returnedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.incidentId, table.deviceId] }),
    foreignKey({
      columns: [table.organizationId, table.incidentId],
      foreignColumns: [incidents.organizationId, incidents.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.deviceId],
      foreignColumns: [devices.organizationId, devices.id],
    }).onDelete("cascade"),
    index("incident_devices_by_device").on(table.organizationId, table.deviceId, table.droppedAt),
    index("incident_devices_away")
      .on(table.organizationId, table.deviceId, table.incidentId)
      .where(sql`returned_at is null`),
  ],
);

/** How many devices of a manufacturer dropped in an hour: what is usual is worked out from these. */
export const manufacturerHours = pgTable(
  "manufacturer_hours",
  {
    organizationId: organizationId().references(() => organizations.id),
    manufacturer: text().notNull(),
    hour: moment().notNull(),
    drops: integer().notNull(),
    /** Not what is usual. */
    isDuringIncident: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.manufacturer, table.hour] }),
    index("manufacturer_hours_by_hour").on(table.organizationId, table.hour),
  ],
);
