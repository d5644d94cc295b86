import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { auditEvents, outgoingMails, securityFindings, sessions } from "@/db/schema";
import { actorName, systemActor } from "@/lib/core/access/actor";
import { holdClock, now } from "@/lib/core/clock";
import { RateLimited } from "@/lib/core/errors";
import { recordAuditEvents } from "@/lib/platform/audit/record-audit-events";
import {
  actorOf,
  anonymousActor,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addApiClient, addStaff, apiSecret } from "@/testing/records/team";
import { issueAccessToken } from "../api-credentials/access-tokens";
import { revokeApiClient } from "../api-credentials/write-api-client";
import { logIn, recordFailedLogin } from "../auth/log-in";
import { acknowledgeFinding, getFinding, listFindings } from "./findings";
import { watchForSuspicion } from "./watch-for-suspicion";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const watch = () => watchForSuspicion(systemActor(organization.id, "test-request"), {});
const findings = async () =>
  (await listFindings(actorOf(organization.admin), {})).rows.map(
    ({ kind, subjectName, occurrences }) => [kind, subjectName, occurrences],
  );
const mails = () =>
  tables
    .select()
    .from(outgoingMails)
    .where(
      and(
        eq(outgoingMails.organizationId, organization.id),
        eq(outgoingMails.template, "security-finding"),
      ),
    );

async function failLogIns(count: number) {
  const anonymous = { ...anonymousActor(organization.id), clientAddress: "198.51.100.7" };
  for (let tries = 0; tries < count; tries++) {
    await recordFailedLogin(anonymous, { userId: organization.staff.id });
  }
}

it("finds a burst of failed logins, adds to it, and mails once", async () => {
  await failLogIns(4);
  await watch();
  expect(await findings()).toEqual([]);
  await failLogIns(1);
  await watch();
  await watch();
  await failLogIns(2);
  await watch();
  expect(await findings()).toEqual([["failed_logins", organization.staff.name, 7]]);
  expect(await mails()).toHaveLength(1);
});

it("finds what a guesser can do before having to wait", async () => {
  const loginContext = { requestId: "r", clientAddress: "198.51.100.8", userAgent: undefined };
  const guess = () =>
    logIn({ email: organization.staff.email, password: "a wrong guess" }, loginContext);
  await expect(
    (async () => {
      for (;;) await guess();
    })(),
  ).rejects.toBeInstanceOf(RateLimited);
  await watch();
  expect(await findings()).toEqual([["failed_logins", organization.staff.name, 5]]);
});

it("opens again after acknowledgement only when the same happens again", async () => {
  await failLogIns(5);
  await watch();
  const [found] = await tables
    .select()
    .from(securityFindings)
    .where(eq(securityFindings.organizationId, organization.id));
  const id = found?.id ?? "";
  await acknowledgeFinding(actorOf(organization.admin), { id, note: "Was on holiday" });
  await failLogIns(2);
  await watch();
  expect(await findings()).toHaveLength(1);
  await failLogIns(3);
  await watch();
  expect(await findings()).toHaveLength(2);
  const finding = await getFinding(actorOf(organization.admin), { id });
  expect(finding).toMatchObject({ note: "Was on holiday", subjectRole: "staff" });
  expect(finding.evidence[0]).toMatchObject({
    action: "session.failed",
    clientAddress: "198.51.100.7",
  });
});

async function act(action: "team.exported" | "device.deleted", count: number) {
  const actor = actorOf(organization.staff);
  const target = { type: "user", id: actor.userId, name: actorName(actor) } as const;
  await recordAuditEvents(
    tables as never,
    actor,
    Array.from({ length: count }, () => ({ action, target })),
  );
}

it("finds many exports and many deletions by one person", async () => {
  await act("team.exported", 3);
  await act("device.deleted", 19);
  await watch();
  expect(await findings()).toEqual([]);
  await act("team.exported", 1);
  await act("device.deleted", 1);
  await watch();
  expect((await findings()).sort()).toEqual([
    ["mass_deletion", organization.staff.name, 20],
    ["mass_export", organization.staff.name, 4],
  ]);
});

it("does not count what lies further back", async () => {
  holdClock(new Date(Date.now() - 2 * 3_600_000));
  await act("team.exported", 3);
  holdClock();
  await act("team.exported", 3);
  await watch();
  expect(await findings()).toEqual([]);
});

it("finds the use of a revoked credential, and writes it down once in ten minutes", async () => {
  const id = await addApiClient(organization, tables);
  const anonymous = { ...anonymousActor(organization.id), clientAddress: "198.51.100.9" };
  await revokeApiClient(actorOf(organization.admin), { id, confirmation: "Data warehouse" });
  for (let tries = 0; tries < 3; tries++) {
    expect(await issueAccessToken(anonymous, { id, secret: apiSecret })).toBeUndefined();
  }
  await issueAccessToken(anonymous, { id, secret: "wrong" });
  await watch();
  expect(await findings()).toEqual([["revoked_credential", "Data warehouse", 1]]);
  const written = await tables
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.targetId, id), eq(auditEvents.action, "api-client.refused")));
  expect(written).toHaveLength(1);
});

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const newerFirefox = firefox.replaceAll("140.0", "141.0");
const safari =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15";

async function openSession(fields: Partial<typeof sessions.$inferInsert>) {
  await tables.insert(sessions).values({
    organizationId: organization.id,
    userId: organization.staff.id,
    expiresAt: new Date(Date.now() + 3_600_000),
    ...fields,
  });
}

it("finds a login from a new device, but not from the first or a newer version", async () => {
  await tables.delete(sessions).where(eq(sessions.userId, organization.staff.id));
  await openSession({ userAgent: firefox, createdAt: new Date(Date.now() - 86_400_000) });
  await watch();
  await openSession({ userAgent: newerFirefox });
  await watch();
  expect(await findings()).toEqual([]);
  await openSession({ userAgent: safari, clientAddress: "198.51.100.7" });
  await watch();
  await watch();
  expect(await findings()).toEqual([["new_device", organization.staff.name, 1]]);
});

it("finds use from two networks at once, but not from two addresses of one", async () => {
  await openSession({ clientAddress: "203.0.113.7", lastSeenAt: now() });
  await openSession({ clientAddress: "203.0.99.7", lastSeenAt: now() });
  await watch();
  expect(await findings()).toEqual([]);
  await openSession({ clientAddress: "198.51.100.7", lastSeenAt: now() });
  await watch();
  expect(await findings()).toMatchObject([["simultaneous_use", organization.staff.name, 3]]);
});

it("finds one address that tries many accounts a little, and not one person who tries often", async () => {
  const spray = async (clientAddress: string, people: string[]) => {
    for (const userId of people) {
      await recordFailedLogin({ ...anonymousActor(organization.id), clientAddress }, { userId });
    }
  };
  const people = await Promise.all(
    Array.from({ length: 11 }, () => addStaff(organization, tables, "active")),
  );
  await spray("198.51.100.9", people.slice(0, 9));
  await spray("203.0.113.4", [...people.slice(0, 5), ...people.slice(0, 4)]);
  await watch();
  expect(await findings()).toEqual([]);
  await spray("198.51.100.9", people.slice(9, 10));
  await watch();
  await watch();
  expect(await findings()).toEqual([["password_spraying", "198.51.100.9", 10]]);
  await spray("198.51.100.9", people.slice(10));
  await watch();
  expect(await findings()).toEqual([["password_spraying", "198.51.100.9", 11]]);
  expect(await mails()).toHaveLength(1);
});
