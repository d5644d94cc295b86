import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId, updatedAt, version } from "./columns";
import { lexemes, users } from "./users";

const hasFacet = sql`facet is not null`;

/** A location of an end-user that groups devices and contracts. */
export const buildings = pgTable(
  "buildings",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    /** How it is shown: its own name, or its address, which the trigger `keep_name` puts in for an empty one. */
    name: varchar({ length: 100 }).notNull(),
    /** Whether somebody gave it a name. */
    hasName: boolean().notNull().default(true),
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
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    /** What is in it, kept by triggers so that lists need not count. */
    contractCount: integer().notNull().default(0),
    deviceCount: integer().notNull().default(0),
    /** What a building can be filtered by, as one number; see lib/customers/buildings/building-facet.ts. */
    facet: bigint({ mode: "number" }).generatedAlwaysAs(
      sql`building_facet(deleted_at is not null, photovoltaic, contract_count, device_count, country)`,
    ),
    nameSort: text().notNull().generatedAlwaysAs(sql`normalize_for_search(name)`),
    /** What a building is found by, kept by the trigger `keep_search`; see db/functions/building_search_text.sql. */
    searchText: text().notNull().default(""),
    searchLexemes: lexemes().notNull().default(sql`''::tsvector`),
    /** The `search_version()` of the two columns before; another one, or null: they are to be made again. */
    searchVersion: smallint(),
    postalCodeSort: text().notNull().generatedAlwaysAs(sql`coalesce(zip_code, '')`),
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
    index("buildings_by_creation")
      .on(table.organizationId, table.createdAt, table.id)
      .where(hasFacet),
    index("buildings_by_name").on(table.organizationId, table.nameSort, table.id).where(hasFacet),
    index("buildings_by_postal_code")
      .on(table.organizationId, table.postalCodeSort, table.id)
      .where(hasFacet),
    index("buildings_by_facet_and_creation")
      .on(table.organizationId, table.facet, table.createdAt, table.id)
      .where(hasFacet),
    index("buildings_by_facet_and_name")
      .on(table.organizationId, table.facet, table.nameSort, table.id)
      .where(hasFacet),
    index("buildings_by_facet_and_postal_code")
      .on(table.organizationId, table.facet, table.postalCodeSort, table.id)
      .where(hasFacet),
    check("buildings_latitude", sql`${table.latitude} between -90 and 90`),
    check("buildings_longitude", sql`${table.longitude} between -180 and 180`),
    check("buildings_country", sql`${table.country} ~ '^[A-Z]{2}$'`),
  ],
);

export const energyContractTypes = ["spot_hourly", "monthly", "yearly"] as const;
export const meteringKinds = ["household", "heat_pump", "feed_in"] as const;

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
    /** The meter point, without what people group it with. */
    meterId: varchar({ length: 33 }),
    meteringKind: text({ enum: meteringKinds }),
    supplier: varchar({ length: 100 }),
    energyContractType: text({ enum: energyContractTypes }),
    energyPrices: jsonb().$type<EnergyPrice[]>().notNull().default([]),
    currencyEnergyPrice: varchar({ length: 3 }),
    energyPriceIncludesExternalComponents: boolean(),
    /** First and last day; no two contracts hold on one day for one meter point. */
    validFrom: date(),
    validUntil: date(),
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
    index("energy_contracts_by_meter")
      .on(table.organizationId, table.meterId)
      .where(sql`meter_id is not null and deleted_at is null`),
  ],
);

export const moveStates = ["scheduled", "done", "cancelled", "failed"] as const;

/** Why a building could not be handed over on its day: keys of the `buildings.moves.failures` messages. */
export const moveFailures = [
  "buildingGone",
  "newOwnerGone",
  "newOwnerArchived",
  "buildingTaken",
  "meterPointTaken",
  "deviceTaken",
  "tooManyDevices",
  "refused",
] as const;

/** A building that another end-user takes over on a day that is ahead. At most one for a building is open. */
export const scheduledMoves = pgTable(
  "scheduled_moves",
  {
    organizationId: organizationId(),
    id: id(),
    buildingId: uuid().notNull(),
    /** Who takes it over. */
    userId: uuid().notNull(),
    /** In the organization's zone, whichever that is by then. */
    firstDay: date().notNull(),
    withVehicles: boolean().notNull(),
    state: text({ enum: moveStates }).notNull().default("scheduled"),
    failure: text({ enum: moveFailures }),
    createdAt: createdAt(),
    settledAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.buildingId],
      foreignColumns: [buildings.organizationId, buildings.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    index("scheduled_moves_by_building").on(table.organizationId, table.buildingId),
    index("scheduled_moves_by_user").on(table.organizationId, table.userId),
    uniqueIndex("scheduled_moves_open")
      .on(table.organizationId, table.buildingId)
      .where(sql`state = 'scheduled'`),
    index("due_scheduled_moves")
      .on(table.firstDay, table.organizationId)
      .where(sql`state = 'scheduled'`),
    check(
      "scheduled_moves_state",
      sql`${table.state} in ('scheduled', 'done', 'cancelled', 'failed')`,
    ),
    check(
      "scheduled_moves_failure",
      sql`(${table.state} = 'failed') = (${table.failure} is not null)`,
    ),
  ],
);
