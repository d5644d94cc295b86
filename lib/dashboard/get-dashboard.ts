import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectionStates, deviceKinds, devices, invitations, users } from "@/db/schema";
import { may } from "../access/authorize";
import { defineQuery } from "../access/use-case";
import { countUpToLimit } from "../lists/count-up-to-limit";
import { personName } from "../people/person-name";
import { z } from "../validation/problems";

const shown = 6;

/** What a team member sees first. Every count stops at the counting limit. */
export const getDashboard = defineQuery({
  name: "getDashboard",
  input: z.object({}),
  requires: () => [
    { action: "read", resource: "end-user" },
    { action: "read", resource: "device" },
    { action: "read", resource: "staff" },
  ],
  async run({ actor, transaction }) {
    return {
      endUsers: await countUpToLimit(
        transaction,
        users,
        and(eq(users.role, "user"), isNull(users.deletedAt)),
      ),
      devicesByKind: await inTurn(deviceKinds, async (kind) => ({
        kind,
        ...(await countDevices(transaction, eq(devices.kind, kind))),
      })),
      devicesByConnection: await inTurn(connectionStates, async (connection) => ({
        connection,
        ...(await countDevices(transaction, eq(devices.connectionState, connection))),
      })),
      waitingForReconnection: await longestDisconnected(transaction),
      newestEndUsers: await newestEndUsers(transaction),
      pendingInvitations: may(actor, "create", "staff")
        ? await pendingInvitations(transaction)
        : [],
    };
  },
});

/** One connection serves one query at a time; in turn says so plainly. */
async function inTurn<Item, Result>(items: readonly Item[], read: (item: Item) => Promise<Result>) {
  const results: Result[] = [];
  for (const item of items) results.push(await read(item));
  return results;
}

function countDevices(transaction: Transaction, condition: ReturnType<typeof eq>) {
  return countUpToLimit(transaction, devices, and(condition, isNull(devices.deletedAt)));
}

async function longestDisconnected(transaction: Transaction) {
  const rows = await transaction
    .select({
      id: devices.id,
      kind: devices.kind,
      manufacturer: devices.manufacturer,
      model: devices.model,
      disconnectedSince: devices.disconnectedSince,
      firstName: users.firstName,
      lastName: users.lastName,
      email: users.email,
    })
    .from(devices)
    .innerJoin(
      users,
      and(eq(users.organizationId, devices.organizationId), eq(users.id, devices.userId)),
    )
    .where(and(eq(devices.connectionState, "disconnected"), isNull(devices.deletedAt)))
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
      firstName: users.firstName,
      lastName: users.lastName,
      email: users.email,
      town: users.town,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(and(eq(users.role, "user"), isNull(users.deletedAt)))
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
      firstName: users.firstName,
      lastName: users.lastName,
      email: users.email,
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
  return rows.map((row) => ({
    id: row.id,
    name: personName(row),
    email: row.email,
    expiresAt: row.expiresAt,
    isExpired: row.isExpired,
  }));
}
