import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import {
  apiClients,
  auditDetails,
  cases,
  departures,
  savedViews,
  sessions,
  users,
} from "@/db/schema";
import {
  actorOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
  type TestPerson,
} from "@/testing/organization";
import { addSavedView } from "@/testing/records/customers";
import { addCase } from "@/testing/records/support";
import { getDeparture, prepareDeparture } from "./read-departures";
import { removeMember } from "./remove-member";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

const reason = "Left the company";
let organization: TestOrganization;
let leaver: TestPerson;
let secondAdmin: TestPerson;
beforeEach(async () => {
  organization = await createOrganization(tables);
  const create = (name: string) =>
    createPerson(tables, organization.id, "admin", `${name}-${organization.mark}@utility.example`);
  leaver = await create("leaver");
  secondAdmin = await create("second");
});

const admin = () => actorOf(organization.admin);

async function addApiClient(name: string): Promise<void> {
  await tables.insert(apiClients).values({
    organizationId: organization.id,
    name,
    scopes: ["devices:read"],
    ownerId: leaver.id,
  });
}

async function addCases(count: number, assigneeId: string, from = 1): Promise<void> {
  for (let index = 0; index < count; index++) {
    await addCase(organization, tables, { number: from + index, assigneeId });
  }
}

async function grantAccess(to: TestPerson): Promise<void> {
  await tables
    .update(users)
    .set({ accessEndsAt: new Date("2090-01-01"), accessEndSetBy: leaver.id })
    .where(eq(users.id, to.id));
}

/** Something of every kind that a member can own. */
async function giveEveryKind(): Promise<void> {
  await addCases(2, leaver.id);
  await addApiClient("Billing system");
  await addSavedView(organization, tables, leaver.id);
  await grantAccess(organization.staff);
}

describe("the hand-over", () => {
  it("gives each kind to its own new owner, and the summary says who got what", async () => {
    await giveEveryKind();
    const { departureId } = await removeMember(admin(), {
      id: leaver.id,
      reason,
      caseOwnerId: organization.staff.id,
      clientOwnerId: secondAdmin.id,
      viewOwnerId: organization.staff.id,
      accessOwnerId: organization.admin.id,
    });
    const ofOrganization = <Table extends typeof cases | typeof apiClients | typeof savedViews>(
      table: Table,
    ) => eq(table.organizationId, organization.id);
    const owned = {
      cases: await tables.select({ id: cases.assigneeId }).from(cases).where(ofOrganization(cases)),
      clients: await tables
        .select({ id: apiClients.ownerId })
        .from(apiClients)
        .where(and(ofOrganization(apiClients), isNull(apiClients.revokedAt))),
      views: await tables
        .select({ id: savedViews.ownerId })
        .from(savedViews)
        .where(ofOrganization(savedViews)),
      accessEnds: await tables
        .select({ id: users.accessEndSetBy })
        .from(users)
        .where(eq(users.id, organization.staff.id)),
    };
    expect(owned).toEqual({
      cases: [{ id: organization.staff.id }, { id: organization.staff.id }],
      clients: [{ id: secondAdmin.id }],
      views: [{ id: organization.staff.id }],
      accessEnds: [{ id: organization.admin.id }],
    });
    expect(await getDeparture(admin(), { id: departureId })).toMatchObject({
      handedOverCases: 2,
      caseOwnerName: organization.staff.name,
      handedOverClients: ["Billing system"],
      clientOwnerName: secondAdmin.name,
      handedOverViews: 1,
      viewOwnerName: organization.staff.name,
      handedOverAccessEnds: 1,
      accessOwnerName: organization.admin.name,
    });
    const [detail] = await tables
      .select({ changes: auditDetails.changes, reason: auditDetails.reason })
      .from(auditDetails)
      .where(eq(auditDetails.organizationId, organization.id));
    expect(detail).toMatchObject({
      reason,
      changes: {
        role: { before: "admin", after: null },
        caseOwner: { after: organization.staff.name },
        clientOwner: { after: secondAdmin.name },
      },
    });
  });

  it("leaves cases unassigned when no one is chosen, and names no owner where nothing was owned", async () => {
    await addCases(1, leaver.id);
    const { departureId } = await removeMember(admin(), {
      id: leaver.id,
      reason,
      clientOwnerId: secondAdmin.id,
    });
    expect(await getDeparture(admin(), { id: departureId })).toMatchObject({
      handedOverCases: 1,
      caseOwnerName: null,
      clientOwnerName: null,
      viewOwnerName: null,
    });
  });

  const unsuitable: [string, string, () => Promise<string>][] = [
    ["the leaving member", "caseOwnerId", async () => leaver.id],
    ["an end-user", "caseOwnerId", async () => organization.endUser.id],
    ["staff for API clients", "clientOwnerId", async () => organization.staff.id],
    ["staff for temporary access", "accessOwnerId", async () => organization.staff.id],
    [
      "a suspended member",
      "viewOwnerId",
      async () => {
        const { id } = secondAdmin;
        await tables.update(users).set({ status: "suspended" }).where(eq(users.id, id));
        return id;
      },
    ],
    [
      "a member whose access has ended",
      "caseOwnerId",
      async () => {
        const { id } = organization.staff;
        const accessEndsAt = new Date(Date.now() - 1000);
        await tables.update(users).set({ accessEndsAt }).where(eq(users.id, id));
        return id;
      },
    ],
    [
      "a removed member",
      "clientOwnerId",
      async () => {
        await removeMember(admin(), { id: secondAdmin.id, reason });
        return secondAdmin.id;
      },
    ],
    [
      "an admin of another organization",
      "clientOwnerId",
      async () => (await createOrganization(tables)).admin.id,
    ],
  ];

  it.each(unsuitable)("refuses %s as a new owner, and removes nobody", async (_, field, choose) => {
    await giveEveryKind();
    const removal = removeMember.from(admin(), { id: leaver.id, reason, [field]: await choose() });
    await expect(removal).rejects.toMatchObject({ fields: { [field]: "choice" } });
    const [row] = await tables.select().from(users).where(eq(users.id, leaver.id));
    expect(row?.deletedAt).toBeNull();
  });
});

describe("a form that is sent again", () => {
  it("leads to the same summary twenty times at once, and hands over once", async () => {
    await addCases(1, leaver.id);
    const removals = await Promise.all(
      Array.from({ length: 20 }, () =>
        removeMember(admin(), { id: leaver.id, reason, caseOwnerId: organization.staff.id }),
      ),
    );
    expect(new Set(removals.map(({ departureId }) => departureId)).size).toBe(1);
    const rows = await tables.select().from(departures).where(eq(departures.userId, leaver.id));
    expect(rows).toHaveLength(1);
    const [found] = await tables
      .select({ version: cases.version })
      .from(cases)
      .where(eq(cases.assigneeId, organization.staff.id));
    expect(found?.version).toBe(2);
  });
});

describe("the offboarding page", () => {
  const prepare = () => prepareDeparture(admin(), { id: leaver.id });

  it("lists the first records of each kind and counts the others", async () => {
    await addCases(11, leaver.id);
    await addCase(organization, tables, { number: 50, assigneeId: leaver.id, state: "solved" });
    await addApiClient("Billing system");
    const { ownedResources } = await prepare();
    expect(ownedResources.cases.rows).toHaveLength(8);
    expect(ownedResources.cases.total).toEqual({ count: 11, isMore: false });
    expect(ownedResources.clients).toMatchObject({
      rows: [{ name: "Billing system" }],
      total: { count: 1 },
    });
  });

  it("preselects the agent with the fewest open cases, and the acting admin for all else", async () => {
    await addCases(1, organization.staff.id);
    const { newOwners } = await prepare();
    expect(newOwners.clients.defaultId).toBe(organization.admin.id);
    expect(newOwners.views.defaultId).toBe(organization.admin.id);
    expect(newOwners.accessEnds.defaultId).toBe(organization.admin.id);
    expect([organization.admin.id, secondAdmin.id]).toContain(newOwners.cases.defaultId);
    await addCases(2, organization.admin.id, 100);
    await addCases(2, secondAdmin.id, 200);
    expect((await prepare()).newOwners.cases.defaultId).toBe(organization.staff.id);
  });

  it("offers staff for cases and views only, and never the leaving member", async () => {
    const { newOwners } = await prepare();
    const ids = (kind: keyof typeof newOwners) => newOwners[kind].owners.map(({ id }) => id).sort();
    const admins = [organization.admin.id, secondAdmin.id].sort();
    expect(ids("clients")).toEqual(admins);
    expect(ids("accessEnds")).toEqual(admins);
    const everyone = [...admins, organization.staff.id].sort();
    expect(ids("cases")).toEqual(everyone);
    expect(ids("views")).toEqual(everyone);
  });

  it("knows beforehand whether the removal will ask for a proof of identity", async () => {
    expect((await prepare()).stepUp).toBeUndefined();
    await tables
      .update(sessions)
      .set({ provenAt: new Date(0) })
      .where(eq(sessions.id, organization.admin.sessionId));
    expect((await prepare()).stepUp).toEqual({ asks: "password", hasPasskey: false });
  });

  it("says why the own account cannot be removed", async () => {
    const own = await prepareDeparture(admin(), { id: organization.admin.id });
    expect(own.obstacle).toBe("ownAccount");
  });
});
