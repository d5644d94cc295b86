import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { accessReviews, organizations, outgoingMails, users } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import en from "@/messages/en";
import {
  actorOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
  type TestPerson,
} from "@/testing/organization";
import { changeMemberRole } from "../members/change-member-role";
import { listTeamMembers } from "../members/list-team-members";
import { removeMember } from "../members/remove-member";
import { suspendInactiveMembers } from "../members/suspend-inactive-members";
import { remindOfAccessReview } from "./access-review-reminders";
import { closeAccessReview, confirmMemberAccess } from "./decide-access-review";
import { getAccessReview, listAccessReviews } from "./read-access-reviews";
import { startAccessReview, startDueAccessReview } from "./start-access-review";
import { writeReviewCsv, writeReviewPdf } from "./write-report";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
const day = 86_400_000;
const reason = "No longer needed";
let organization: TestOrganization;
let second: TestPerson;
beforeEach(async () => {
  organization = await createOrganization(owner.tables);
  second = await createPerson(owner.tables, organization.id, "admin", "second@utility.example");
});
afterEach(() => holdClock());
afterAll(() => owner.client.end());

const admin = () => actorOf(organization.admin);
const other = () => actorOf(second);
const system = () => systemActor(organization.id, "test");

async function start() {
  const { id } = await startAccessReview(admin(), { days: "14" });
  const review = await getAccessReview(admin(), { id });
  const itemOf = (person: TestPerson) =>
    review.items.find((item) => item.memberId === person.id)?.id ?? "";
  return { id, itemOf };
}

async function mails(template: string): Promise<number> {
  const rows = await owner.tables
    .select({ template: outgoingMails.template })
    .from(outgoingMails)
    .where(eq(outgoingMails.organizationId, organization.id));
  return rows.filter((row) => row.template === template).length;
}

describe("a review", () => {
  it("is decided by several, signed, and does not change after that", async () => {
    const { id, itemOf } = await start();
    expect(await mails("review-started")).toBe(2);
    await confirmMemberAccess(admin(), { itemId: itemOf(organization.staff), note: "Day shift" });
    await confirmMemberAccess(admin(), { itemId: itemOf(second) });
    const { rows } = await listAccessReviews(admin(), {});
    expect(rows).toMatchObject([{ id, members: 3, decided: 2, state: "open" }]);
    const signature = organization.admin.name;
    await expect(closeAccessReview(admin(), { id, signature })).rejects.toMatchObject({
      problem: "reviewIncomplete",
    });
    await confirmMemberAccess(other(), { itemId: itemOf(organization.admin) });
    await expect(closeAccessReview(admin(), { id, signature: "X" })).rejects.toMatchObject({
      fields: { signature: "signature" },
    });
    await closeAccessReview(admin(), { id, signature });
    await expect(closeAccessReview(admin(), { id, signature })).rejects.toMatchObject({
      problem: "reviewClosed",
    });
    await changeMemberRole(admin(), { id: organization.staff.id, role: "admin", reason });
    const review = await getAccessReview(admin(), { id });
    expect(review.state).toBe("closed");
    expect(review.items.map((item) => item.decision)).toEqual([
      "confirmed",
      "confirmed",
      "confirmed",
    ]);
  });

  it("lets nobody review themself", async () => {
    const { itemOf } = await start();
    const self = confirmMemberAccess(admin(), { itemId: itemOf(organization.admin) });
    await expect(self).rejects.toMatchObject({ problem: "ownAccount" });
  });

  it("takes a change, wherever it is made, as the decision", async () => {
    const { id, itemOf } = await start();
    await confirmMemberAccess(admin(), { itemId: itemOf(organization.staff) });
    await removeMember(admin(), {
      id: organization.staff.id,
      reason,
    });
    await changeMemberRole(admin(), { id: second.id, role: "staff", reason });
    const { items } = await getAccessReview(admin(), { id });
    const decided = items.map((item) => [item.memberEmail, item.decision, item.note]);
    expect(decided).toContainEqual([organization.staff.email, "removed", reason]);
    expect(decided).toContainEqual([second.email, "changed", reason]);
    // Nobody is left who could decide about the last admin, so that is no obstacle.
    await closeAccessReview(admin(), { id, signature: organization.admin.name });
  });

  it("is decided about each member once, and open once in an organization", async () => {
    const { itemOf } = await start();
    const itemId = itemOf(organization.staff);
    const tries = await Promise.allSettled([
      confirmMemberAccess(admin(), { itemId }),
      confirmMemberAccess(other(), { itemId }),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(startAccessReview(other(), {})).rejects.toMatchObject({ problem: "reviewOpen" });
  });

  it("starts automatically when the months are over, and reminds until it is done", async () => {
    const created = new Date("2089-01-15T08:00:00Z");
    await owner.tables
      .update(organizations)
      .set({ createdAt: created })
      .where(eq(organizations.id, organization.id));
    const count = async () => (await listAccessReviews(admin(), {})).rows.length;
    holdClock(new Date("2089-04-15T07:59:59Z"));
    await startDueAccessReview(system(), {});
    expect(await count()).toBe(0);
    holdClock(new Date("2089-04-15T08:00:00Z"));
    await startDueAccessReview(system(), {});
    await startDueAccessReview(system(), {});
    expect(await count()).toBe(1);
    const due = new Date("2089-04-29T08:00:00Z").getTime();
    const remindAt = async (moment: number) => {
      holdClock(new Date(moment));
      await remindOfAccessReview(system(), {});
      return mails("review-reminder");
    };
    expect(await remindAt(due - 3 * day - 1000)).toBe(0);
    expect(await remindAt(due - 3 * day)).toBe(2);
    expect(await remindAt(due - 2 * day)).toBe(2);
    expect(await remindAt(due - day)).toBe(4);
    expect(await remindAt(due + day)).toBe(6);
    expect((await listAccessReviews(admin(), {})).rows[0]?.state).toBe("overdue");
  });

  it("does not start automatically where the organization does not want it", async () => {
    await owner.tables
      .update(organizations)
      .set({ reviewEveryMonths: 0, createdAt: new Date("2020-01-01") })
      .where(eq(organizations.id, organization.id));
    await startDueAccessReview(system(), {});
    expect(
      await owner.tables
        .select()
        .from(accessReviews)
        .where(eq(accessReviews.organizationId, organization.id)),
    ).toEqual([]);
  });
});

describe("the report", () => {
  const wording = {
    words: en.accessReviews.report,
    decisions: en.accessReviews.decisions,
    roles: en.roles,
    moment: (value: Date | null) => value?.toISOString() ?? "",
    organizationName: "Stadtwerke Öblarn",
  };

  it("names everybody, defuses formulas, and comes as PDF too", async () => {
    await owner.tables
      .update(users)
      .set({ firstName: "=cmd|calc", lastName: "Yılmaz" })
      .where(eq(users.id, organization.staff.id));
    const { id } = await start();
    const review = await getAccessReview(admin(), { id });
    const csv = writeReviewCsv(review, wording);
    expect(csv.trim().split("\n")).toHaveLength(4);
    expect(csv).toContain("'=cmd|calc Yılmaz");
    expect(csv).toContain("Pending");
    const pdf = await writeReviewPdf(review, wording);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(5000);
  });
});

describe("inactive members", () => {
  it("are found by days, and suspended by rule, but never the last admin", async () => {
    const { staff } = organization;
    for (const person of [organization.admin, second, staff]) {
      await owner.tables
        .update(users)
        .set({ lastSeenAt: new Date(Date.now() - 61 * day) })
        .where(eq(users.id, person.id));
    }
    const found = async (inactive: "30" | "60" | "90") =>
      (await listTeamMembers(admin(), { inactive })).rows.length;
    expect(await found("60")).toBe(3);
    expect(await found("90")).toBe(0);
    expect(await suspendInactiveMembers(system(), {})).toEqual({ suspended: 0 });
    await owner.tables
      .update(organizations)
      .set({ suspendInactiveDays: 60 })
      .where(eq(organizations.id, organization.id));
    expect(await suspendInactiveMembers(system(), {})).toEqual({ suspended: 2 });
    const active = await owner.tables
      .select({ role: users.role })
      .from(users)
      .where(and(eq(users.organizationId, organization.id), eq(users.status, "active")));
    expect(active.filter(({ role }) => role === "admin")).toHaveLength(1);
    expect(active.filter(({ role }) => role === "staff")).toHaveLength(0);
  });
});
