import "server-only";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectionStates, deviceKinds, devices, invitations, users } from "@/db/schema";
import { may } from "@/lib/core/access/authorize";
import { sumOf } from "@/lib/core/lists/facets";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { accountOf, nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { endUserFacets } from "@/lib/customers/end-users/end-user-facet";
import { defineQuery } from "@/lib/define-use-case";
import { type DeviceFacet, readDeviceFacets } from "@/lib/devices/devices/device-facet";
import { manufacturersOf, readFleetCourse, readNewlyDisconnected } from "./fleet-health";
import { readPendingWork, readTeamActivity } from "./team-work";

const shown = 6;

/** What a team member sees first. Numbers come from the counts that lists keep, not from the records. */
export const getDashboard = defineQuery({
  name: "getDashboard",
  input: z.object({}),
  requires: () => [
    { action: "read", resource: "end-user" },
    { action: "read", resource: "device" },
    { action: "read", resource: "staff" },
  ],
  async run({ actor, transaction }) {
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
      teamActivity: await readTeamActivity(transaction, actor),
      pendingWork: await readPendingWork(transaction, actor),
      waitingForReconnection: await longestDisconnected(transaction),
      newestEndUsers: await newestEndUsers(transaction),
      pendingInvitations: may(actor, "create", "staff")
        ? await pendingInvitations(transaction)
        : [],
    };
  },
});

/** Devices that have waited longest for their end-user to connect them again. */
export const listWaitingDevices = defineQuery({
  name: "listWaitingDevices",
  input: z.object({}),
  requires: { action: "read", resource: "device" },
  run: async ({ transaction, scope }) => (scope === "own" ? [] : longestDisconnected(transaction)),
});

async function longestDisconnected(transaction: Transaction) {
  const rows = await transaction
    .select({
      id: devices.id,
      kind: devices.kind,
      manufacturer: devices.manufacturer,
      model: devices.model,
      disconnectedSince: devices.disconnectedSince,
      ...nameColumns,
    })
    .from(devices)
    .innerJoin(
      users,
      and(eq(users.organizationId, devices.organizationId), eq(users.id, devices.userId)),
    )
    .where(
      and(
        isNotNull(devices.disconnectedSince),
        eq(devices.connectionState, "disconnected"),
        isNull(devices.deletedAt),
      ),
    )
    .orderBy(asc(devices.disconnectedSince), asc(devices.id))
    .limit(shown);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    manufacturer: row.manufacturer,
    model: row.model,
    disconnectedSince: row.disconnectedSince,
    ownerName: personName(row),
  }));
}

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

async function pendingInvitations(transaction: Transaction) {
  const rows = await transaction
    .select({
      id: users.id,
      ...nameColumns,
      expiresAt: invitations.expiresAt,
      isExpired: sql<boolean>`${invitations.expiresAt} <= now()`,
    })
    .from(invitations)
    .innerJoin(
      users,
      and(eq(users.organizationId, invitations.organizationId), eq(users.id, invitations.userId)),
    )
    .where(
      and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), isNull(users.deletedAt)),
    )
    .orderBy(asc(invitations.expiresAt))
    .limit(shown);
  return rows.map(accountOf).map((row) => ({
    id: row.id,
    name: personName(row),
    email: row.email,
    expiresAt: row.expiresAt,
    isExpired: row.isExpired,
  }));
}
