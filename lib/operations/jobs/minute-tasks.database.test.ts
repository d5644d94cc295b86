import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  bulkActions,
  devices,
  fleetPower,
  imports,
  listCounts,
  organizations,
  reconnectionReminders,
  sessions,
  users,
} from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import type { AuditAction } from "@/lib/core/audit/actions";
import { holdClock } from "@/lib/core/clock";
import { listDueOrganizations, type Work } from "@/lib/core/organizations/every-organization";
import { claimDueAccounts } from "@/lib/devices/connections/read-accounts";
import { recordConnections } from "@/lib/devices/telemetry/record-connections";
import { recordFailedLogin } from "@/lib/identity/auth/log-in";
import { watchedActions } from "@/lib/identity/suspicious-activity/signals";
import { recordAuditEvents } from "@/lib/platform/audit/record-audit-events";
import { claimWebhookDeliveries } from "@/lib/platform/webhooks/deliver-webhooks";
import { fingerprint } from "@/testing/fingerprint";
import {
  anonymousActor,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addManufacturerAccount } from "@/testing/records/connections";
import { addBulkAction, addImport, addScheduledMove } from "@/testing/records/customers";
import { addAuditStream, scheduleDeletion } from "@/testing/records/settings";
import { addIncident } from "@/testing/records/support";
import { addWebhook } from "@/testing/records/webhooks";
import { minuteTasks } from "./minute-tasks";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

let organization: TestOrganization;

/** So few that several situations meet in one organization. */
const ORGANIZATIONS = 13;

const minute = 60_000;
const day = 24 * 60 * minute;
const system = () => systemActor(organization.id, "test");
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);
const ofOrganization = (table: { organizationId: typeof users.organizationId }) =>
  eq(table.organizationId, organization.id);

/** Stops the clock at an hour that is ahead; nobody is written to between 20 and 8 o'clock. */
function holdHour(hour: number): void {
  const moment = new Date();
  moment.setUTCHours(moment.getUTCHours() >= hour ? hour + 24 : hour, 0, 0, 0);
  holdClock(moment);
}

async function endAccess(ends: Date, warnedDays: number | null = null): Promise<void> {
  await tables
    .update(users)
    .set({ accessEndsAt: ends, accessWarnedDays: warnedDays })
    .where(eq(users.id, organization.staff.id));
}

async function addSession(fields: Partial<typeof sessions.$inferInsert>): Promise<void> {
  await tables.insert(sessions).values({
    organizationId: organization.id,
    id: uuidv7(),
    userId: organization.staff.id,
    expiresAt: new Date(Date.now() + day),
    ...fields,
  });
}

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

const ageOf = async (
  table: typeof bulkActions | typeof imports,
  id: string,
  fields: { createdAt?: Date; workedAt?: Date; state?: "done" },
) => {
  await tables.update(table).set(fields).where(eq(table.id, id));
};

async function remindAt(nextAt: Date): Promise<void> {
  await recordConnections(system(), {
    changes: [{ deviceId: organization.deviceId, isConnected: false, reason: "expired" }],
  });
  await tables
    .update(reconnectionReminders)
    .set({ nextAt })
    .where(ofOrganization(reconnectionReminders as never));
}

async function useZone(timeZone: string): Promise<void> {
  await tables.update(organizations).set({ timeZone }).where(eq(organizations.id, organization.id));
}

/** As if the device had said nothing since, past the triggers that renew `updated_at`. */
async function silenceDevice(lastSeen: Date): Promise<void> {
  await client`alter table devices disable trigger user`;
  await tables
    .update(devices)
    .set({ currentStateLastUpdatedAt: lastSeen, updatedAt: lastSeen })
    .where(eq(devices.id, organization.deviceId));
  await client`alter table devices enable trigger user`;
}

type Situation = [Work, string, () => Promise<unknown>];

/** What makes an organization due for a part of the minute's work. */
const due: Situation[] = [
  ["access-ends", "an access that ended", () => endAccess(ago(minute))],
  ["access-ends", "an access that ends within a week", () => endAccess(ago(-6 * day))],
  ["access-ends", "an access that ends within a day", () => endAccess(ago(-day / 2), 7)],
  [
    "suspicion",
    "failed logins",
    async () => {
      const anonymous = { ...anonymousActor(organization.id), clientAddress: "198.51.100.7" };
      for (let tries = 0; tries < 5; tries++) {
        await recordFailedLogin(anonymous, { userId: organization.staff.id });
      }
    },
  ],
  [
    "suspicion",
    "a login with a browser not seen before",
    async () => {
      await addSession({ createdAt: ago(day), userAgent: firefox });
      await addSession({ createdAt: ago(minute), userAgent: chrome });
    },
  ],
  [
    "suspicion",
    "two networks at once",
    async () => {
      await addSession({ lastSeenAt: ago(1000), clientAddress: "198.51.100.7" });
      await addSession({ lastSeenAt: ago(1000), clientAddress: "203.0.113.9" });
    },
  ],
  [
    "list-counts",
    "many changes of counts",
    async () => {
      await tables.insert(listCounts).values(
        Array.from({ length: 300 }, (_, place) => ({
          organizationId: organization.id,
          list: "end-user" as const,
          facet: 1,
          count: place % 2 === 0 ? 1 : -1,
        })),
      );
    },
  ],
  [
    "bulk-actions",
    "a bulk action whose worker died",
    async () =>
      ageOf(bulkActions, await addBulkAction(organization, tables, { state: "running" }), {
        workedAt: ago(2 * minute),
      }),
  ],
  [
    "bulk-actions",
    "a draft of the day before yesterday",
    async () =>
      ageOf(bulkActions, await addBulkAction(organization, tables, { state: "draft" }), {
        createdAt: ago(2 * day),
      }),
  ],
  [
    "bulk-actions",
    "a bulk action that is long over",
    async () =>
      ageOf(bulkActions, await addBulkAction(organization, tables), { createdAt: ago(91 * day) }),
  ],
  [
    "imports",
    "an import whose worker died",
    async () =>
      ageOf(imports, await addImport(organization, tables, { state: "running" }), {
        workedAt: ago(2 * minute),
      }),
  ],
  [
    "imports",
    "an import that nobody started",
    async () => ageOf(imports, await addImport(organization, tables), { createdAt: ago(8 * day) }),
  ],
  [
    "imports",
    "rows of a finished import",
    async () =>
      ageOf(imports, await addImport(organization, tables), {
        state: "done",
        createdAt: ago(8 * day),
      }),
  ],
  [
    "deletion",
    "a deletion whose day has come",
    () => scheduleDeletion(organization, tables, ago(minute)),
  ],
  ["moves", "a house that was sold", () => addScheduledMove(organization, tables)],
  [
    "moves",
    "a day that has begun in its zone, and not yet in UTC",
    async () => {
      await useZone("Pacific/Kiritimati");
      holdClock(new Date("2027-03-04T10:00:00Z"));
      await addScheduledMove(organization, tables, { firstDay: "2027-03-05" });
    },
  ],
  ["simulated", "a device without a manufacturer's account", async () => {}],
  [
    "simulated-sandboxes",
    "a sandbox with a device",
    async () =>
      tables
        .update(organizations)
        .set({ environment: "sandbox" })
        .where(eq(organizations.id, organization.id)),
  ],
  ["fleet-hour", "a new hour", async () => {}],
  [
    "fleet-hour",
    "a change of the fleet's power",
    async () => {
      await runFor("fleet-hour");
      await tables
        .insert(fleetPower)
        .values({ organizationId: organization.id, isProduction: false, watts: 700 });
    },
  ],
  [
    "fleet-hour",
    "a device that was lost",
    async () => {
      await runFor("fleet-hour");
      await recordConnections(system(), {
        changes: [{ deviceId: organization.deviceId, isConnected: false, reason: "expired" }],
      });
    },
  ],
  [
    "audit-stream",
    "an event that was not sent",
    async () => {
      await addAuditStream(organization, tables);
      await recordAuditEvents(tables as never, system(), [
        { action: "session.ended", target: { type: "user", name: "Eva" } },
      ]);
    },
  ],
  ["accounts", "an account to read", () => addManufacturerAccount(organization, tables)],
  ["silence", "a device that fell silent", () => silenceDevice(ago(4 * 60 * minute))],
  ["manufacturers", "an hour that is over", async () => {}],
  [
    "manufacturers",
    "an open incident",
    async () => {
      await runFor("manufacturers");
      await addIncident(organization, tables);
    },
  ],
  [
    "manufacturers",
    "a device that dropped",
    async () => {
      await runFor("manufacturers");
      await recordConnections(system(), {
        changes: [{ deviceId: organization.deviceId, isConnected: false, reason: "expired" }],
      });
    },
  ],
  [
    "reminders",
    "a reminder to connect again",
    async () => {
      await remindAt(ago(minute));
      holdHour(12);
    },
  ],
  ["webhooks", "a message that waits", () => addWebhook(organization, tables)],
];

/** What looks alike and is not due yet. */
const notDue: Situation[] = [
  ["access-ends", "an access that ends after a week", () => endAccess(ago(-8 * day))],
  ["access-ends", "an end that was warned of", () => endAccess(ago(-day / 2), 1)],
  [
    "suspicion",
    "a login with the same browser as before",
    async () => {
      await addSession({ createdAt: ago(day), userAgent: firefox });
      await addSession({ createdAt: ago(minute), userAgent: firefox });
    },
  ],
  [
    "bulk-actions",
    "a bulk action that is worked on",
    () => addBulkAction(organization, tables, { state: "running" }),
  ],
  [
    "bulk-actions",
    "a draft of today",
    () => addBulkAction(organization, tables, { state: "draft" }),
  ],
  [
    "imports",
    "an import that is worked on",
    () => addImport(organization, tables, { state: "running" }),
  ],
  ["deletion", "a deletion that is ahead", () => scheduleDeletion(organization, tables)],
  [
    "moves",
    "a day that has begun in UTC, and not yet in its zone",
    async () => {
      await useZone("America/Los_Angeles");
      holdClock(new Date("2027-03-05T07:59:00Z"));
      await addScheduledMove(organization, tables, { firstDay: "2027-03-05" });
    },
  ],
  ["fleet-hour", "an hour that is written down", () => runFor("fleet-hour")],
  [
    "accounts",
    "an account that was read",
    async () => {
      await addManufacturerAccount(organization, tables);
      await claimDueAccounts(system(), {});
    },
  ],
  [
    "accounts",
    "an account that was lost",
    () => addManufacturerAccount(organization, tables, { state: "lost" }),
  ],
  ["audit-stream", "a stream without events", () => addAuditStream(organization, tables)],
  ["silence", "a device that reported lately", () => silenceDevice(ago(2 * 60 * minute))],
  ["manufacturers", "an hour that is remembered", () => runFor("manufacturers")],
  [
    "reminders",
    "a reminder in quiet hours",
    async () => {
      await remindAt(ago(minute));
      holdHour(22);
    },
  ],
  ["reminders", "a reminder that is ahead", () => remindAt(ago(-day))],
  [
    "webhooks",
    "a message that is being sent",
    async () => {
      await addWebhook(organization, tables);
      await claimWebhookDeliveries(system(), {});
    },
  ],
];

const steps = Object.values(minuteTasks).flat();

async function runFor(work: Work): Promise<void> {
  const step = steps.find((one) => one.work === work);
  if (!step) throw new Error(`${work} is no part of a task.`);
  await step.act(system());
}

const stateOf = () => fingerprint(tables, organization.id);

beforeEach(async () => {
  organization = await createOrganization(tables);
  await useZone("UTC");
});

describe("the organizations that are due", () => {
  it.each(due)("for %s include one with %s", async (work, _, prepare) => {
    await prepare();
    expect(await listDueOrganizations(work)).toContain(organization.id);
  });

  it.each(notDue)(
    "for %s leave out one with %s, for which nothing would be done",
    async (work, _, prepare) => {
      await prepare();
      expect(await listDueOrganizations(work)).not.toContain(organization.id);
      const before = await stateOf();
      await runFor(work);
      expect(await stateOf()).toBe(before);
    },
  );

  it("have an example for each part of a task", () => {
    expect(new Set(due.map(([work]) => work))).toEqual(new Set(steps.map(({ work }) => work)));
  });

  it.each([...new Set(watchedActions)])(
    "for suspicion include one with the event %s",
    async (action: AuditAction) => {
      await recordAuditEvents(tables as never, system(), [
        { action, target: { type: "user", name: "Eva" } },
      ]);
      expect(await listDueOrganizations("suspicion")).toContain(organization.id);
    },
  );
});

describe("with every situation in some organization", () => {
  it("nothing is left to do for organizations that are not listed", async () => {
    // The clocks that these are tried with are not that of the others.
    const everything = [...due, ...notDue].filter(
      ([work]) => work !== "reminders" && work !== "moves",
    );
    const states = new Map<string, string>();
    for (let place = 0; place < ORGANIZATIONS; place++) {
      organization = await createOrganization(tables);
      for (let next = place; next < everything.length; next += ORGANIZATIONS) {
        await everything[next]?.[2]();
      }
      states.set(organization.id, await stateOf());
    }
    for (const { work, act } of steps) {
      const listed = new Set(await listDueOrganizations(work));
      for (const [id, before] of states) {
        if (listed.has(id)) continue;
        await act(systemActor(id, "test"));
        expect(await fingerprint(tables, id), `${work} of ${id}`).toBe(before);
      }
    }
  });
});
