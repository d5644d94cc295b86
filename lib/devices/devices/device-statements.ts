import "server-only";
import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { QueryBuilder } from "drizzle-orm/pg-core";
import { aliased, aliasedOrNull, defineStatement, defineStatements } from "@/db/named-statement";
import { cloudServices, devices, users } from "@/db/schema";
import { keptKeyset, type PagePlace } from "@/lib/core/lists/keyset";
import { kindDetailsOf } from "./find-device";

const { facet, modelSort, lastSeenSort, serialSearch, serialKey, ...columns } =
  getTableColumns(devices);

/** Devices with their owner and cloud service. */
const selectDevices = (builder: QueryBuilder) =>
  builder
    .select({
      ...aliased(columns),
      ...aliased({
        ownerEmail: users.email,
        ownerFirstName: users.firstName,
        ownerLastName: users.lastName,
        ownerExternalUserId: users.externalUserId,
      }),
      ...aliasedOrNull({
        cloudServiceInstructions: cloudServices.instructions,
        cloudServiceSignupLink: cloudServices.signupLink,
      }),
    })
    .from(devices)
    .innerJoin(
      users,
      and(eq(users.organizationId, devices.organizationId), eq(users.id, devices.userId)),
    )
    .leftJoin(
      cloudServices,
      and(
        eq(cloudServices.organizationId, devices.organizationId),
        eq(cloudServices.id, devices.cloudServiceId),
      ),
    );

const isOfUser = and(
  eq(devices.id, sql.placeholder("id")),
  eq(devices.userId, sql.placeholder("userId")),
  eq(devices.kind, sql.placeholder("kind")),
);

export const selectDeviceOfUser = defineStatement((builder) =>
  selectDevices(builder).where(isOfUser),
);

export const selectLivingDeviceOfUser = defineStatement((builder) =>
  selectDevices(builder).where(and(isOfUser, isNull(devices.deletedAt))),
);

export const selectLivingDevicesByIds = defineStatement((builder) =>
  selectDevices(builder).where(
    and(sql`${devices.id} = any(${sql.placeholder("ids")})`, isNull(devices.deletedAt)),
  ),
);

/** What devices of all kinds have, with their owner and cloud service; moments as ISO 8601 texts. */
export type DeviceOfFleet = Awaited<ReturnType<typeof selectDeviceOfUser>>[number];

export const byCreation = {
  expression: devices.createdAt,
  type: "timestamptz",
  direction: "asc",
} as const;

type PageShape = {
  isOfUser: boolean;
  isOfKind: boolean;
  includeDeleted: boolean;
  place: PagePlace;
};

export const selectPageOfDevices = defineStatements((builder, shape: PageShape) => {
  const { where, orderBy } = keptKeyset(byCreation, devices.id, shape.place);
  return selectDevices(builder)
    .where(
      and(
        shape.isOfUser ? eq(devices.userId, sql.placeholder("userId")) : undefined,
        shape.isOfKind ? eq(devices.kind, sql.placeholder("kind")) : undefined,
        shape.includeDeleted ? undefined : isNull(devices.deletedAt),
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(sql.placeholder("most"));
});

const kindDetailsFrom = (table: (typeof kindDetailsOf)[keyof typeof kindDetailsOf]) =>
  defineStatement((builder) =>
    builder
      .select(aliased(getTableColumns(table)))
      .from(table)
      .where(eq(table.deviceId, sql.placeholder("id"))),
  );

type SelectKindDetails = ReturnType<typeof kindDetailsFrom>;

export const selectKindDetails: Record<keyof typeof kindDetailsOf, SelectKindDetails> = {
  heat_pump: kindDetailsFrom(kindDetailsOf.heat_pump),
  electric_vehicle: kindDetailsFrom(kindDetailsOf.electric_vehicle),
  solar_inverter: kindDetailsFrom(kindDetailsOf.solar_inverter),
  wallbox: kindDetailsFrom(kindDetailsOf.wallbox),
  home_battery: kindDetailsFrom(kindDetailsOf.home_battery),
  smart_meter: kindDetailsFrom(kindDetailsOf.smart_meter),
};
