import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId, updatedAt, version } from "./columns";
import { users } from "./users";

/** A location of an end-user that groups devices and contracts. */
export const buildings = pgTable(
  "buildings",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    name: varchar({ length: 100 }).notNull(),
    propertyType: varchar({ length: 50 }),
    propertySizeM2: integer(),
    propertyAge: text(),
    numOccupants: integer(),
    occupantType: varchar({ length: 50 }),
    spaceHeating: varchar({ length: 50 }),
    waterHeating: varchar({ length: 50 }),
    photovoltaic: boolean().default(false),
    streetAndNumber: varchar({ length: 100 }),
    streetAddInfo: varchar({ length: 100 }),
    zipCode: varchar({ length: 20 }),
    town: varchar({ length: 100 }),
    country: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: moment(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    index("buildings_by_user").on(table.organizationId, table.userId, table.createdAt, table.id),
    check("buildings_country", sql`${table.country} ~ '^[A-Z]{2}$'`),
  ],
);

export const energyContractTypes = ["spot_hourly", "monthly", "yearly"] as const;

/** One price per kWh and the moment from which it holds; a single entry is a constant price. */
export type EnergyPrice = { price: number; timestamp: string };

/** How an end-user pays for electricity: for one building, or for all of them when it names none. */
export const energyContracts = pgTable(
  "energy_contracts",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    buildingId: uuid(),
    meterId: varchar({ length: 19 }),
    supplier: varchar({ length: 100 }),
    energyContractType: text({ enum: energyContractTypes }),
    energyPrices: jsonb().$type<EnergyPrice[]>().notNull().default([]),
    currencyEnergyPrice: varchar({ length: 3 }),
    energyPriceIncludesExternalComponents: boolean(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: moment(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.buildingId],
      foreignColumns: [buildings.organizationId, buildings.id],
    }),
    index("energy_contracts_by_user").on(table.organizationId, table.userId, table.createdAt),
    index("energy_contracts_by_building").on(table.organizationId, table.buildingId),
  ],
);
