import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectionStates, deviceKinds, users } from "@/db/schema";
import { sumOf } from "@/lib/core/lists/facets";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { endUserFacets } from "@/lib/customers/end-users/end-user-facet";
import { defineQuery } from "@/lib/define-use-case";
import { type DeviceFacet, readDeviceFacets } from "@/lib/devices/devices/device-facet";
import { manufacturersOf, readFleetCourse, readNewlyDisconnected } from "./fleet-health";

const shown = 6;

/** How the fleet is doing. Numbers come from the counts that lists keep, not from the records. */
export const getFleet = defineQuery({
  name: "getFleet",
  input: z.object({}),
  requires: () => [
    { action: "read", resource: "end-user" },
    { action: "read", resource: "device" },
  ],
  async run({ transaction }) {
    const fleet = await readDeviceFacets(transaction);
    const customers = await endUserFacets.read(transaction);
    const listed = customers.filter((facet) => endUserFacets.matches(facet, {}));
    const organization = await getOrganization(transaction);
    const timeZone = organization.timeZone;
    const numberOf = (matches: (facet: DeviceFacet) => boolean) => ({
      count: sumOf(fleet.filter(matches)),
      isMore: false,
    });
    return {
      endUsers: { count: sumOf(listed), isMore: false },
      devicesByKind: deviceKinds.map((kind) => ({
        kind,
        ...numberOf((facet) => facet.kind === kind),
      })),
      devicesByConnection: connectionStates.map((connection) => ({
        connection,
        ...numberOf((facet) => facet.connection === connection),
      })),
      timeZone,
      course: await readFleetCourse(transaction),
      newlyDisconnected: await readNewlyDisconnected(transaction, timeZone),
      manufacturers: manufacturersOf(fleet),
      newestEndUsers: await newestEndUsers(transaction),
    };
  },
});

async function newestEndUsers(transaction: Transaction) {
  const rows = await transaction
    .select({
      id: users.id,
      ...nameColumns,
      town: users.town,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(and(eq(users.role, "user"), isNull(users.deletedAt), isNull(users.archivedAt)))
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(shown);
  return rows.map((row) => ({
    id: row.id,
    name: personName(row),
    town: row.town,
    createdAt: row.createdAt,
  }));
}
