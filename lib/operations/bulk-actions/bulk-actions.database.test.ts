import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEvents, bulkActionRows, bulkActions, tags, users } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import { listEndUsers } from "@/lib/customers/end-users/list-end-users";
import { suspendMember } from "@/lib/team/members/suspend-member";
import {
  actorOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { previewBulkAction } from "./preview-bulk-action";
import { getBulkAction, listBulkActionRows } from "./read-bulk-actions";
import { resumeStalledBulkActions, workOnBulkAction } from "./resume-bulk-actions";
import {
  cancelBulkAction,
  prepareBulkAction,
  startBulkAction,
  undoBulkAction,
} from "./start-bulk-action";
import { workBulkAction } from "./work-bulk-action";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

let organization: TestOrganization;
let agent: Member;
beforeEach(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
});

const system = () => systemActor(organization.id, "job");

/** So many more end-users, in one statement. */
async function addEndUsers(count: number): Promise<void> {
  await tables.execute(sql`
    insert into users (organization_id, id, role, status, email)
    select ${organization.id}, gen_random_uuid(), 'user', 'active', 'many-' || number || '@home.example'
    from generate_series(1, ${count}) number`);
}

const prepare = (more: object) =>
  prepareBulkAction.from(agent, {
    list: "end-user",
    act: "archive",
    scope: "matching",
    parameters: "",
    requestKey: uuidv7(),
    ...more,
  });

async function runAll(more: object): Promise<string> {
  const { id } = await prepare(more);
  await startBulkAction(agent, { id });
  await workOnBulkAction(system(), id, 60_000);
  return id;
}

const archived = () =>
  tables.$count(
    users,
    and(eq(users.organizationId, organization.id), sql`${users.archivedAt} is not null`),
  );

const eventsOf = (action: "end-user.archived" | "end-user.restored") =>
  tables.$count(
    auditEvents,
    and(eq(auditEvents.organizationId, organization.id), eq(auditEvents.action, action)),
  );

const jobs = async (id: string) => {
  const [row] = await client`
    select count(*)::int as count from graphile_worker.jobs where key = ${`bulk-action-${id}`}`;
  return row?.count;
};

describe("acting on everything that matches", () => {
  it("waits as a draft that knows its number, then does it to each record once", async () => {
    await addEndUsers(2500);
    const { id } = await prepare({});
    expect(await getBulkAction(agent, { id })).toMatchObject({ state: "draft" });
    expect(await previewBulkAction(agent, { id })).toMatchObject({
      count: { count: 2502, isMore: false },
      effect: undefined,
    });
    expect(await archived()).toBe(0);
    await startBulkAction(agent, { id });
    expect(await jobs(id)).toBe(1);
    expect(await workOnBulkAction(system(), id, 60_000)).toEqual({ isFinished: true });
    expect(await getBulkAction(agent, { id })).toMatchObject({
      state: "done",
      total: 2502,
      doneCount: 2502,
    });
    expect(await archived()).toBe(2502);
    expect(await eventsOf("end-user.archived")).toBe(2502);
  }, 60_000);

  it("goes on where a worker died, and does nothing twice", async () => {
    await addEndUsers(700);
    const { id } = await prepare({});
    await startBulkAction(agent, { id });
    for (let part = 0; part < 3; part++) await workBulkAction(agent, { id });
    const half = await getBulkAction(agent, { id });
    expect(half.doneCount).toBeGreaterThan(0);
    expect(half.doneCount).toBeLessThan(702);
    await client`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs where key = ${`bulk-action-${id}`}`;
    expect(await jobs(id)).toBe(0);
    await resumeStalledBulkActions(system(), {});
    expect(await jobs(id)).toBe(0);
    holdClock(new Date(Date.now() + 61_000));
    await resumeStalledBulkActions(system(), {});
    expect(await jobs(id)).toBe(1);
    // Two workers at once take turns.
    await Promise.all([
      workOnBulkAction(system(), id, 60_000),
      workOnBulkAction(system(), id, 60_000),
    ]);
    expect(await getBulkAction(agent, { id })).toMatchObject({ state: "done", doneCount: 702 });
    expect(await eventsOf("end-user.archived")).toBe(702);
  }, 60_000);

  it("heeds the filter, and those who come to match later are left alone", async () => {
    const { id } = await prepare({ parameters: "country=AT" });
    await tables.update(users).set({ country: "AT" }).where(eq(users.id, organization.endUser.id));
    await startBulkAction(agent, { id });
    await workBulkAction(agent, { id });
    await tables
      .update(users)
      .set({ country: "AT" })
      .where(eq(users.id, organization.otherEndUser.id));
    await workOnBulkAction(system(), id);
    const { rows } = await listBulkActionRows(agent, { id });
    expect(rows).toMatchObject([{ id: organization.endUser.id, result: "done" }]);
    expect(await archived()).toBe(1);
  });

  it("refuses a search that matches more than it lists", async () => {
    await addEndUsers(1001);
    const { id } = await prepare({ parameters: "search=many" });
    await expect(startBulkAction(agent, { id })).rejects.toEqual(new Conflict("tooManyFound"));
  }, 30_000);

  it("stops where it is when cancelled", async () => {
    await addEndUsers(500);
    const { id } = await prepare({});
    await startBulkAction(agent, { id });
    await workBulkAction(agent, { id });
    await workBulkAction(agent, { id });
    await cancelBulkAction(agent, { id });
    const done = await archived();
    expect(await workOnBulkAction(system(), id)).toEqual({ isFinished: true });
    expect(await archived()).toBe(done);
    expect(done).toBe(200);
  });

  it("stops when the person who started it may not act any more", async () => {
    const second = await createPerson(tables, organization.id, "admin", `b-${uuidv7()}@u.example`);
    const { id } = await prepare({});
    await startBulkAction(agent, { id });
    await suspendMember(actorOf(second), { id: organization.staff.id, reason: "Left the team" });
    expect(await workOnBulkAction(system(), id)).toEqual({ isFinished: true });
    expect(await getBulkAction(actorOf(second), { id })).toMatchObject({
      state: "failed",
      problem: "starterGone",
    });
    expect(await archived()).toBe(0);
  });
});

describe("undoing", () => {
  it("takes back what was changed, and only that", async () => {
    await tables
      .update(users)
      .set({ archivedAt: new Date() })
      .where(eq(users.id, organization.otherEndUser.id));
    const id = await runAll({
      scope: "selected",
      ids: `${organization.endUser.id},${organization.otherEndUser.id}`,
    });
    expect(await getBulkAction(agent, { id })).toMatchObject({ doneCount: 1, unchangedCount: 1 });
    const undoing = await undoBulkAction(agent, { id });
    expect(await undoBulkAction(agent, { id })).toEqual(undoing);
    await workOnBulkAction(system(), undoing.id);
    expect(await getBulkAction(agent, undoing)).toMatchObject({ act: "restore", doneCount: 1 });
    expect(await archived()).toBe(1);
  });

  it("waits until the action is over", async () => {
    const { id } = await prepare({ scope: "selected", ids: organization.endUser.id });
    await expect(undoBulkAction(agent, { id })).rejects.toEqual(new Conflict("bulkActionOpen"));
  });
});

describe("chosen records", () => {
  it("are processed once, however often the form is sent", async () => {
    const requestKey = uuidv7();
    const chosen = { scope: "selected", ids: organization.endUser.id, requestKey };
    const [first, second] = await Promise.all([prepare(chosen), prepare(chosen)]);
    expect(second).toEqual(first);
    expect(await tables.$count(bulkActionRows, eq(bulkActionRows.bulkActionId, first.id))).toBe(1);
  });

  it("may be deleted before their turn, which their row says", async () => {
    const { id } = await prepare({ scope: "selected", ids: organization.endUser.id });
    await startBulkAction(agent, { id });
    await tables
      .update(users)
      .set({ deletedAt: new Date() })
      .where(eq(users.id, organization.endUser.id));
    await workOnBulkAction(system(), id);
    const { rows } = await listBulkActionRows(agent, { id, result: "failed" });
    expect(rows).toMatchObject([{ problem: "recordGone" }]);
  });

  it("of another organization are none of ours", async () => {
    const other = await createOrganization(tables);
    const { id } = await prepare({ scope: "selected", ids: other.endUser.id });
    expect(await getBulkAction(agent, { id })).toMatchObject({ total: 0 });
  });

  it.each([
    [{ act: "" }, { act: "required" }],
    [{ act: "add-tag" }, { tag: "required" }],
    [{ act: "pause-optimization" }, { act: "choice" }],
    [{ scope: "selected" }, { ids: "nothingSelected" }],
    [{ parameters: "state=nonsense" }, { state: "choice" }],
  ])("are checked: %j", async (more, fields) => {
    await expect(prepare(more)).rejects.toEqual(new Invalid(fields));
  });
});

describe("tags", () => {
  const tagged = async (parameters: object) =>
    (await listEndUsers(agent, { tag: "vip", ...parameters })).rows.map(({ id }) => id);

  it("are given, listed with other filters and a search, and gone with their last bearer", async () => {
    const { endUser, otherEndUser, mark } = organization;
    const id = await runAll({ act: "add-tag", tag: "VIP" });
    expect(await tagged({})).toEqual([otherEndUser.id, endUser.id]);
    expect(await tagged({ devices: "any" })).toEqual([endUser.id]);
    expect(await tagged({ search: `other-${mark}` })).toEqual([otherEndUser.id]);
    await runAll({ scope: "selected", ids: endUser.id });
    expect(await tagged({})).toEqual([otherEndUser.id]);
    expect(await tagged({ state: "archived" })).toEqual([endUser.id]);
    const undoing = await undoBulkAction(agent, { id });
    await workOnBulkAction(system(), undoing.id);
    expect(await tagged({})).toEqual([]);
    expect(await tables.$count(tags, eq(tags.organizationId, organization.id))).toBe(0);
  });
});

it("forgets drafts after a day and everything after 90", async () => {
  const draft = await prepare({});
  const done = await runAll({ scope: "selected", ids: organization.endUser.id });
  const left = async () => {
    const rows = await tables
      .select({ id: bulkActions.id })
      .from(bulkActions)
      .where(eq(bulkActions.organizationId, organization.id));
    return rows.map(({ id }) => id);
  };
  expect((await left()).sort()).toEqual([draft.id, done].sort());
  holdClock(new Date(Date.now() + 25 * 3_600_000));
  await resumeStalledBulkActions(system(), {});
  expect(await left()).toEqual([done]);
  holdClock(new Date(Date.now() + 91 * 86_400_000));
  await resumeStalledBulkActions(system(), {});
  expect(await left()).toEqual([]);
});
