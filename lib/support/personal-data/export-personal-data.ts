import "server-only";
import { asc, desc, eq, inArray, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  auditEvents,
  buildings,
  chargePolicies,
  chargingSessions,
  connectionChanges,
  dailyReadings,
  deviceReadings,
  devices,
  energyContracts,
  notes,
  outgoingMails,
  scheduledMoves,
  sessions,
  users,
} from "@/db/schema";
import { now } from "@/lib/core/clock";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { findEndUser } from "@/lib/customers/end-users/find-end-user";
import { readTagsOf } from "@/lib/customers/tags/tag-end-users";
import { defineCommand } from "@/lib/define-use-case";
import { selectEvents } from "@/lib/platform/audit/read-events";
import { readSupportDataOf } from "./support-data";
import { writtenColumns } from "./written-columns";

/** Of each kind of record, so many are in the file; nobody has had more so far. */
const most = 10_000;

/** Of single readings, which are kept for three months: those of four devices by the minute for ten days. */
const maxReadings = 60_000;

/**
 * Everything that is stored about an end-user, for a request of access (GDPR, articles 15 and 20). Secrets are
 * not in it. That it was taken out is written down.
 */
export const exportPersonalData = defineCommand({
  name: "exportPersonalData",
  input: z.object({ id: z.uuid() }),
  requires: () => [
    { action: "read", resource: "end-user" },
    { action: "read", resource: "note" },
  ],
  async run({ input, transaction }) {
    const endUser = await findEndUser(transaction, input.id);
    const [row] = await transaction
      .select(writtenColumns(users))
      .from(users)
      .where(eq(users.id, endUser.id));
    const { organizationId, passwordHash, ...profile } = row ?? endUser;
    const events = await selectEvents(transaction)
      .where(or(eq(auditEvents.targetId, endUser.id), eq(auditEvents.actorId, endUser.id)))
      .orderBy(asc(auditEvents.createdAt))
      .limit(most);
    const data = {
      exportedAt: now().toISOString(),
      profile,
      buildings: await transaction
        .select(writtenColumns(buildings))
        .from(buildings)
        .where(eq(buildings.userId, endUser.id))
        .limit(most),
      energyContracts: await transaction
        .select(writtenColumns(energyContracts))
        .from(energyContracts)
        .where(eq(energyContracts.userId, endUser.id))
        .limit(most),
      devices: await transaction
        .select(writtenColumns(devices))
        .from(devices)
        .where(eq(devices.userId, endUser.id))
        .limit(most),
      scheduledMoves: await transaction
        .select(writtenColumns(scheduledMoves))
        .from(scheduledMoves)
        .where(eq(scheduledMoves.userId, endUser.id))
        .limit(most),
      ...(await readTelemetryOf(transaction, endUser.id)),
      ...(await readSupportDataOf(transaction, endUser.id, most)),
      tags: (await readTagsOf(transaction, [endUser.id])).map(({ name }) => name),
      notes: await transaction.select().from(notes).where(eq(notes.userId, endUser.id)).limit(most),
      mails: await transaction
        .select({
          template: outgoingMails.template,
          recipient: outgoingMails.recipient,
          language: outgoingMails.language,
          state: outgoingMails.state,
          createdAt: outgoingMails.createdAt,
        })
        .from(outgoingMails)
        .where(eq(outgoingMails.userId, endUser.id))
        .limit(most),
      sessions: await transaction
        .select({
          createdAt: sessions.createdAt,
          lastSeenAt: sessions.lastSeenAt,
          clientAddress: sessions.clientAddress,
          userAgent: sessions.userAgent,
        })
        .from(sessions)
        .where(eq(sessions.userId, endUser.id))
        .limit(most),
      auditEvents: events.map(({ hash, ...event }) => event),
    };
    return {
      result: data,
      audit: [
        {
          action: "end-user.exported",
          target: { type: "end-user", id: endUser.id, name: personName(endUser) },
        },
      ],
    };
  },
});

/** What the person's devices measured, the newest first, and how they were connected and set to charge. */
async function readTelemetryOf(transaction: Transaction, userId: string) {
  const owned = transaction
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.userId, userId));
  return {
    chargePolicies: await transaction
      .select()
      .from(chargePolicies)
      .where(inArray(chargePolicies.deviceId, owned))
      .limit(most),
    chargingSessions: await transaction
      .select()
      .from(chargingSessions)
      .where(inArray(chargingSessions.deviceId, owned))
      .orderBy(desc(chargingSessions.pluggedInAt))
      .limit(most),
    connectionChanges: await transaction
      .select()
      .from(connectionChanges)
      .where(eq(connectionChanges.userId, userId))
      .orderBy(desc(connectionChanges.changedAt))
      .limit(most),
    dailyReadings: await transaction
      .select()
      .from(dailyReadings)
      .where(inArray(dailyReadings.deviceId, owned))
      .orderBy(desc(dailyReadings.day))
      .limit(most),
    readings: await transaction
      .select()
      .from(deviceReadings)
      .where(inArray(deviceReadings.deviceId, owned))
      .orderBy(desc(deviceReadings.measuredAt))
      .limit(maxReadings),
  };
}
