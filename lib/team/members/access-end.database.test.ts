import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEvents, outgoingMails, sessions, users } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { findSession } from "@/lib/identity/auth/find-session";
import {
  actorOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
  type TestPerson,
} from "@/testing/organization";
import { changeMemberRole } from "./change-member-role";
import { expireAccess, warnOfAccessEnds } from "./expire-access";
import { getTeamMember } from "./get-team-member";
import { inviteTeamMember } from "./invite-team-member";
import { setAccessEnd } from "./set-access-end";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => owner.client.end());

const reason = "Covers the winter";
const accessTimeZone = "Europe/Vienna";
/** 18:00 in Vienna, in winter. */
const accessEndsAt = "2090-01-31T18:00";
const end = new Date("2090-01-31T17:00:00Z");
const ahead = (milliseconds: number) => new Date(end.getTime() - milliseconds);
const day = 86_400_000;

let organization: TestOrganization;
let staff: TestPerson;
beforeEach(async () => {
  organization = await createOrganization(owner.tables);
  staff = organization.staff;
  // The session's own limit is later than the access.
  await owner.tables
    .update(sessions)
    .set({ expiresAt: new Date("2091-01-01"), lastSeenAt: new Date("2091-01-01") })
    .where(eq(sessions.id, staff.sessionId));
});
afterEach(() => holdClock());

const limit = (input: object = {}) =>
  setAccessEnd(actorOf(organization.admin), {
    id: staff.id,
    accessEndsAt,
    accessTimeZone,
    reason,
    ...input,
  });

const isIn = async () =>
  (await findSession(staff.sessionToken, { requestId: "test", clientAddress: undefined })) !==
  undefined;

const system = () => systemActor(organization.id, "test");

async function mailsTo(person: TestPerson): Promise<string[]> {
  const rows = await owner.tables
    .select({ template: outgoingMails.template })
    .from(outgoingMails)
    .where(
      and(eq(outgoingMails.organizationId, organization.id), eq(outgoingMails.userId, person.id)),
    )
    .orderBy(outgoingMails.id);
  return rows.map((row) => row.template);
}

describe("temporary access", () => {
  it("holds to the last second and ends at the minute, with no job running", async () => {
    await limit();
    holdClock(ahead(1000));
    expect(await isIn()).toBe(true);
    holdClock(end);
    expect(await isIn()).toBe(false);
  });

  it("ends within a request that is under way", async () => {
    await owner.tables.update(users).set({ role: "admin" }).where(eq(users.id, staff.id));
    await limit();
    const admin = { ...actorOf(staff), kind: "member" as const, role: "admin" as const };
    const invite = () =>
      inviteTeamMember(admin, {
        email: "late@utility.example",
        firstName: "Late",
        lastName: "Comer",
        role: "staff",
        reason,
      });
    holdClock(end);
    await expect(invite()).rejects.toMatchObject({ name: "Unauthenticated" });
    holdClock(ahead(1000));
    await expect(invite()).resolves.toBeTruthy();
  });

  it("is written down once, with its sessions, and the granter is told", async () => {
    await limit();
    holdClock(ahead(1000));
    expect(await expireAccess(system(), {})).toEqual({ ended: 0 });
    holdClock(end);
    expect(await expireAccess(system(), {})).toEqual({ ended: 1 });
    expect(await expireAccess(system(), {})).toEqual({ ended: 0 });
    const [session] = await owner.tables
      .select()
      .from(sessions)
      .where(eq(sessions.id, staff.sessionId));
    expect(session?.revokedReason).toBe("access_ended");
    expect(await mailsTo(organization.admin)).toEqual(["member-access-ended"]);
    const events = await owner.tables
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(eq(auditEvents.targetId, staff.id));
    expect(events.map((event) => event.action)).toEqual([
      "member.access-end-set",
      "member.access-ended",
    ]);
    const shown = await getTeamMember(actorOf(organization.admin), { id: staff.id });
    expect(shown.hasAccessEnded).toBe(true);
  });

  it("is warned of a week and a day before, each once, to member and granter", async () => {
    await limit();
    const warnAt = async (moment: Date) => {
      holdClock(moment);
      await warnOfAccessEnds(system(), {});
      await warnOfAccessEnds(system(), {});
      return (await mailsTo(staff)).filter((template) => template === "access-ends-soon").length;
    };
    expect(await warnAt(ahead(7 * day + 1000))).toBe(0);
    expect(await warnAt(ahead(7 * day))).toBe(1);
    expect(await warnAt(ahead(day + 1000))).toBe(1);
    expect(await warnAt(ahead(day))).toBe(2);
    expect(await warnAt(ahead(1000))).toBe(2);
    expect(await mailsTo(organization.admin)).toEqual([
      "member-access-ends-soon",
      "member-access-ends-soon",
    ]);
  });

  it("warns once only of an end that is set for tomorrow", async () => {
    holdClock(ahead(day / 2));
    await limit();
    await warnOfAccessEnds(system(), {});
    await warnOfAccessEnds(system(), {});
    expect(await mailsTo(staff)).toEqual(["access-end-set", "access-ends-soon"]);
  });

  it("can be extended, also after its end, and lifted", async () => {
    await limit();
    holdClock(end);
    await expireAccess(system(), {});
    await limit({ accessEndsAt: "2090-02-28T18:00", reason: "Needed a month longer" });
    const [extended] = await owner.tables.select().from(users).where(eq(users.id, staff.id));
    expect(extended).toMatchObject({ accessEndedAt: null, accessWarnedDays: null });
    await limit({ accessEndsAt: "" });
    const [lasting] = await owner.tables.select().from(users).where(eq(users.id, staff.id));
    expect(lasting?.accessEndsAt).toBeNull();
    expect(await mailsTo(staff)).toEqual(["access-end-set", "access-end-set", "access-end-lifted"]);
  });

  it.each([
    ["a time that is past", "2020-01-01T10:00", "past"],
    ["a time that the clocks leave out in March", "2090-03-26T02:30", "moment"],
    ["what is no time", "tomorrow", "moment"],
  ])("refuses %s", async (_, moment, problem) => {
    await expect(limit({ accessEndsAt: moment })).rejects.toMatchObject({
      fields: { accessEndsAt: problem },
    });
  });

  it("is given with an invitation too", async () => {
    const { id } = await inviteTeamMember(actorOf(organization.admin), {
      email: "summer@utility.example",
      firstName: "Summer",
      lastName: "Help",
      role: "staff",
      reason,
      accessEndsAt,
      accessTimeZone,
    });
    const [member] = await owner.tables.select().from(users).where(eq(users.id, id));
    expect(member?.accessEndsAt).toEqual(end);
  });
});

describe("the last admin", () => {
  const limitAdmin = (actor: TestPerson, target: TestPerson) =>
    setAccessEnd(actorOf(actor), { id: target.id, accessEndsAt, accessTimeZone, reason });

  it("keeps access that lasts, also when two limit each other at once", async () => {
    for (let round = 0; round < 20; round++) {
      const { admin, id } = await createOrganization(owner.tables);
      const second = await createPerson(owner.tables, id, "admin", "second@utility.example");
      const results = await Promise.allSettled([
        limitAdmin(admin, second),
        limitAdmin(second, admin),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });

  it("cannot be demoted while the other admin's access will end", async () => {
    const { admin, id } = await createOrganization(owner.tables);
    const second = await createPerson(owner.tables, id, "admin", "second@utility.example");
    await limitAdmin(admin, second);
    const demotion = changeMemberRole(actorOf(second), { id: admin.id, role: "staff", reason });
    await expect(demotion).rejects.toMatchObject({ problem: "lastAdmin" });
  });
});

describe("a change of role", () => {
  it("is told to the member and to the person who decided", async () => {
    await changeMemberRole(actorOf(organization.admin), { id: staff.id, role: "admin", reason });
    expect(await mailsTo(staff)).toEqual(["role-changed"]);
    expect(await mailsTo(organization.admin)).toEqual(["role-change-noted"]);
  });
});
