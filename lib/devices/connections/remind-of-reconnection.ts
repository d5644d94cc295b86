import "server-only";
import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { connectLinks, devices, reconnectionReminders, users } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { deviceTarget } from "../devices/find-device";
import { findIncidentOf } from "../incidents/list-incidents";
import { type ConnectionSettings, readConnectionSettings } from "./connection-settings";
import { issueConnectLink } from "./issue-connect-link";
import { mailedWithin } from "./mailed-links";

/** How many reminders one run looks at. */
const most = 100;

type Reminder = typeof reconnectionReminders.$inferSelect;

/**
 * Writes to end-users whose devices have been disconnected for a while. Not in quiet hours, not too often to one
 * person, and not while the manufacturer itself has trouble. What is due is read from an index that the database
 * keeps; devices are not searched.
 */
export const remindOfReconnection = defineCommand({
  name: "remindOfReconnection",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, transaction }) {
    const settings = await readConnectionSettings(transaction);
    const organization = await getOrganization(transaction);
    const isQuiet = organization && isQuietHour(settings, organization.timeZone);
    if (!settings.sendsReminders || isQuiet !== false) return { result: { sent: 0 }, audit: [] };
    const due = await transaction
      .select()
      .from(reconnectionReminders)
      .where(lte(reconnectionReminders.nextAt, now()))
      .orderBy(asc(reconnectionReminders.nextAt), asc(reconnectionReminders.deviceId))
      .limit(most)
      .for("no key update", { skipLocked: true });
    const audit: AuditEntry[] = [];
    for (const reminder of due) {
      const entry = await remind(transaction, actor, reminder, settings);
      if (entry) audit.push(entry);
    }
    return { result: { sent: audit.length }, audit };
  },
});

/** Whether nobody is written to at this hour of the organization's clock. */
export function isQuietHour(
  { quietFromHour: from, quietUntilHour: until }: ConnectionSettings,
  timeZone: string,
): boolean {
  const { hour } = DateTime.fromJSDate(now(), { zone: timeZone });
  if (from === until) return false;
  return from < until ? hour >= from && hour < until : hour >= from || hour < until;
}

/** While a manufacturer has trouble, its customers are not asked to do anything; it is looked again then. */
const holdHours = 1;

const day = 86_400_000;

/** @returns what it leaves in the log, where a mail went out */
async function remind(
  transaction: Transaction,
  actor: Actor,
  reminder: Reminder,
  settings: ConnectionSettings,
): Promise<AuditEntry | undefined> {
  const put = (set: Partial<Reminder>) =>
    transaction
      .update(reconnectionReminders)
      .set(set)
      .where(eq(reconnectionReminders.deviceId, reminder.deviceId));
  const [device] = await transaction
    .select()
    .from(devices)
    .where(
      and(
        eq(devices.id, reminder.deviceId),
        eq(devices.connectionState, "disconnected"),
        isNull(devices.deletedAt),
      ),
    );
  const [user] = await transaction.select().from(users).where(eq(users.id, reminder.userId));
  if (!device || !user || !isMailable(user)) {
    await put({ nextAt: null });
    return undefined;
  }
  if (await findIncidentOf(transaction, device.id)) {
    await put({ nextAt: new Date(now().getTime() + holdHours * 3_600_000) });
    return undefined;
  }
  if ((await mailsWithinWeek(transaction, user.id)) >= settings.maxPerWeek) {
    await put({ nextAt: new Date(now().getTime() + day) });
    return undefined;
  }
  await issueConnectLink(transaction, actor, { user, device, channel: "automatic" });
  const sent = reminder.sent + 1;
  const next = new Date(now().getTime() + settings.reminderEveryDays * day);
  await put({ sent, nextAt: sent < settings.maxReminders ? next : null });
  return {
    action: "connect-link.created",
    target: deviceTarget(device),
    changes: { channel: { before: null, after: "automatic" } },
  };
}

/** Who has chosen the telephone or letters is written to by people alone. */
const isMailable = (user: typeof users.$inferSelect) =>
  (user.status === "active" || user.status === "no-access") &&
  user.email !== null &&
  (user.preferredChannel === null || user.preferredChannel === "email") &&
  !user.deletedAt &&
  !user.archivedAt;

async function mailsWithinWeek(transaction: Transaction, userId: string): Promise<number> {
  const sent = await transaction
    .select({ id: connectLinks.id })
    .from(connectLinks)
    .where(and(eq(connectLinks.userId, userId), mailedWithin(7 * 24 * 60)))
    .limit(20);
  return sent.length;
}
