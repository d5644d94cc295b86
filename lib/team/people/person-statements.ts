import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { QueryBuilder } from "drizzle-orm/pg-core";
import { aliased, defineStatement, defineStatements } from "@/db/named-statement";
import { personRoles, users } from "@/db/schema";
import { keptKeyset, type PagePlace } from "@/lib/core/lists/keyset";

type PersonRole = (typeof personRoles)[number];

const selectPeople = (builder: QueryBuilder) =>
  builder
    .select(
      aliased({
        id: users.id,
        role: users.role,
        status: users.status,
        email: users.email,
        externalUserId: users.externalUserId,
        firstName: users.firstName,
        lastName: users.lastName,
        companyName: users.companyName,
        vatId: users.vatId,
        salutation: users.salutation,
        preferredChannel: users.preferredChannel,
        phone: users.phone,
        language: users.language,
        streetAndNumber: users.streetAndNumber,
        streetAddInfo: users.streetAddInfo,
        zipCode: users.zipCode,
        town: users.town,
        country: users.country,
        latitude: users.latitude,
        longitude: users.longitude,
        locationLastUpdated: users.locationLastUpdated,
        lastSeenAt: users.lastSeenAt,
        archivedAt: users.archivedAt,
        createdAt: users.createdAt,
        updatedAt: users.updatedAt,
        deletedAt: users.deletedAt,
        version: users.version,
      }),
    )
    .from(users);

const hasId = eq(users.id, sql.placeholder("id"));

export const selectPerson = defineStatement((builder) => selectPeople(builder).where(hasId));

export const selectLivingPerson = defineStatement((builder) =>
  selectPeople(builder).where(and(hasId, isNull(users.deletedAt))),
);

export const selectPeopleByIds = defineStatement((builder) =>
  selectPeople(builder).where(sql`${users.id} = any(${sql.placeholder("ids")})`),
);

/** A person of any role as the API shows one; moments as ISO 8601 texts. */
export type PersonRecord = Awaited<ReturnType<typeof selectPerson>>[number];

// Ids grow with time, and the primary key is in their order: no index has to be there for this.
export const byId = { expression: users.id, type: "uuid", direction: "asc" } as const;

type PageShape = { roles: PersonRole[]; includeDeleted: boolean; place: PagePlace };

export const selectPageOfPeople = defineStatements(
  (builder, { roles, includeDeleted, place }: PageShape) => {
    const { where, orderBy } = keptKeyset(byId, users.id, place);
    return selectPeople(builder)
      .where(
        and(
          roles.length < personRoles.length ? inArray(users.role, roles) : undefined,
          includeDeleted ? undefined : isNull(users.deletedAt),
          where,
        ),
      )
      .orderBy(...orderBy)
      .limit(sql.placeholder("most"));
  },
);
