import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { buildings } from "./buildings";
import { createdAt, id, moment, organizationId, updatedAt, version } from "./columns";
import { deviceKinds } from "./device-kind-names";
import { manufacturerAccounts } from "./manufacturer-accounts";
import { organizations } from "./organizations";
import { users } from "./users";

export const connectionStates = [
  "connected",
  "degraded",
  "disconnected",
  "revoked",
  "pending",
  "error",
] as const;
export const lifecycleStates = [
  "created",
  "pending",
  "authenticated",
  "disconnected",
  "revoked",
  "error",
] as const;
/** Why a connection came to be as it is. */
export const connectionCauses = [
  /** The manufacturer said so. */
  "reported",
  /** The end-user gave access, or gave it again. */
  "authorized",
  /** No reading came for too long. */
  "silence",
  /** A reading came. */
  "reading",
  /** Somebody of the organization ended it. */
  "ended",
] as const;
export const statusLights = ["ok", "warning", "error", "unknown"] as const;

/** A manufacturer's cloud through which devices are reached. */
export const cloudServices = pgTable(
  "cloud_services",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    manufacturer: text().notNull(),
    name: text().notNull(),
    instructions: text(),
    signupLink: text(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

const hasFacet = sql`facet is not null`;
const isDisconnected = sql`disconnected_since is not null and connection_state = 'disconnected' and deleted_at is null`;

/** What all kinds of device share; a row of the kind's own table holds the rest. */
export const devices = pgTable(
  "devices",
  {
    organizationId: organizationId(),
    id: id(),
    kind: text({ enum: deviceKinds }).notNull(),
    userId: uuid().notNull(),
    buildingId: uuid(),
    cloudServiceId: uuid(),
    manufacturer: text().notNull(),
    model: text().notNull(),
    modelYear: integer(),
    externalDeviceId: varchar({ length: 255 }),
    /** Manufacturer and serial number; see lib/devices/devices/serial-key.ts. Devices from before it have none. */
    serialKey: text(),
    isAuthenticated: boolean().notNull().default(false),
    lifecycleState: text({ enum: lifecycleStates }).notNull().default("created"),
    lifecycleError: text(),
    connectionState: text({ enum: connectionStates })
      .notNull()
      .generatedAlwaysAs(
        sql`case when lifecycle_state = 'error' then 'error' when is_authenticated then case when stale_since is null then 'connected' else 'degraded' end when lifecycle_state in ('created', 'pending') then 'pending' when lifecycle_state = 'revoked' then 'revoked' else 'disconnected' end`,
      ),
    disconnectedSince: moment(),
    /** Since when a connected device has been silent for too long. */
    staleSince: moment(),
    connectionCause: text({ enum: connectionCauses }),
    /** Through which account it is reached; null where no connector reaches it. */
    manufacturerAccountId: uuid(),
    connectionStatus: text({ enum: statusLights }).notNull().default("unknown"),
    monitoringStatus: text({ enum: statusLights }).notNull().default("unknown"),
    steeringStatus: text({ enum: statusLights }).notNull().default("unknown"),
    actualSteeringState: text(),
    currentMode: text(),
    currentStateLastUpdatedAt: moment(),
    lastMonitoringExecutedAt: moment(),
    isSmartOptimizationActive: boolean().notNull().default(false),
    optimizationScore: doublePrecision(),
    pausePowerUntil: moment(),
    priceZone: text(),
    comment: varchar({ length: 300 }),
    isTradingEnabled: boolean().notNull().default(false),
    isForecastingEnabled: boolean().notNull().default(false),
    isInverterForcedModeEnabled: boolean().notNull().default(false),
    isInverterForcedModeActive: boolean().notNull().default(false),
    inverterForcedModeSince: moment(),
    authorizationUrl: text(),
    consumptionLastDayKwh: doublePrecision(),
    consumptionLastWeekKwh: doublePrecision(),
    consumptionLastMonthKwh: doublePrecision(),
    /** Which share of the time that energy is known of, from 0 to 1; null of periods from before it was counted. */
    consumptionLastDayCoverage: real(),
    consumptionLastWeekCoverage: real(),
    consumptionLastMonthCoverage: real(),
    consumptionLastUpdatedAt: moment(),
    /** What it takes, or an inverter gives, by its last reading; null for a meter. */
    currentPowerW: integer(),
    modelSort: text()
      .notNull()
      .generatedAlwaysAs(sql`normalize_for_search(manufacturer || ' ' || model)`),
    /** What a device can be filtered by, as one number; see lib/devices/devices/device-facet.ts. */
    facet: bigint({ mode: "number" }).generatedAlwaysAs(
      sql`device_facet(deleted_at is not null, kind, manufacturer, model, lifecycle_state, is_authenticated, stale_since is not null, is_smart_optimization_active)`,
    ),
    lastSeenSort: moment()
      .notNull()
      .generatedAlwaysAs(sql`coalesce(current_state_last_updated_at, '-infinity'::timestamptz)`),
    serialSearch: text()
      .notNull()
      .generatedAlwaysAs(sql`normalize_for_search(coalesce(external_device_id, ''))`),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: moment(),
    version: version(),
  },
  (table) => {
    const living = sql`${table.deletedAt} is null`;
    return [
      primaryKey({ columns: [table.organizationId, table.id] }),
      foreignKey({
        columns: [table.organizationId, table.userId],
        foreignColumns: [users.organizationId, users.id],
      }),
      foreignKey({
        columns: [table.organizationId, table.buildingId],
        foreignColumns: [buildings.organizationId, buildings.id],
      }),
      foreignKey({
        columns: [table.organizationId, table.cloudServiceId],
        foreignColumns: [cloudServices.organizationId, cloudServices.id],
      }),
      foreignKey({
        columns: [table.organizationId, table.manufacturerAccountId],
        foreignColumns: [manufacturerAccounts.organizationId, manufacturerAccounts.id],
      }),
      index("devices_by_user").on(table.organizationId, table.userId, table.createdAt, table.id),
      index("devices_by_manufacturer_account")
        .on(table.organizationId, table.manufacturerAccountId)
        .where(sql`manufacturer_account_id is not null`),
      index("devices_by_serial")
        .on(table.organizationId, table.manufacturer, table.externalDeviceId)
        .where(sql`external_device_id is not null and deleted_at is null`),
      uniqueIndex("devices_serial_once")
        .on(table.organizationId, table.serialKey)
        .where(sql`serial_key is not null and deleted_at is null`),
      index("devices_that_report")
        .on(table.organizationId, table.lastSeenSort, table.id)
        .where(sql`connection_state = 'connected' and deleted_at is null`),
      index("devices_by_building").on(table.organizationId, table.buildingId),
      index("devices_by_creation")
        .on(table.organizationId, table.createdAt, table.id)
        .where(living),
      index("devices_by_model").on(table.organizationId, table.modelSort, table.id).where(living),
      index("devices_by_last_seen")
        .on(table.organizationId, table.lastSeenSort, table.id)
        .where(living),
      index("devices_by_facet_and_creation")
        .on(table.organizationId, table.facet, table.createdAt, table.id)
        .where(hasFacet),
      index("devices_by_facet_and_model")
        .on(table.organizationId, table.facet, table.modelSort, table.id)
        .where(hasFacet),
      index("devices_by_facet_and_last_seen")
        .on(table.organizationId, table.facet, table.lastSeenSort, table.id)
        .where(hasFacet),
      index("devices_by_facet_and_disconnection")
        .on(table.organizationId, table.facet, table.disconnectedSince, table.id)
        .where(isDisconnected),
      index("devices_waiting_for_reconnection")
        .on(table.organizationId, table.disconnectedSince, table.id)
        .where(isDisconnected),
      check(
        "devices_kind",
        sql`${table.kind} in (${sql.raw(deviceKinds.map((kind) => `'${kind}'`).join(", "))})`,
      ),
    ];
  },
);
