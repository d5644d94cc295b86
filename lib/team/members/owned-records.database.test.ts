import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import {
  apiClients,
  cases,
  invitations,
  organizations,
  personalTokens,
  savedViews,
  secondFactors,
  sessions,
  users,
} from "@/db/schema";
import { type Actor, systemActor } from "@/lib/core/access/actor";
import { deleteDueOrganization } from "@/lib/operations/organization-data/delete-organization";
import { deleteEndUser } from "@/lib/support/personal-data/delete-end-user";
import { eraseEndUser } from "@/lib/support/personal-data/erase-end-user";
import {
  actorOf,
  apiClientOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
  type TestPerson,
} from "@/testing/organization";
import { addSavedView } from "@/testing/records/customers";
import { giveOneOfEverything, ownedColumns } from "@/testing/records/owned-by-person";
import { expireAccess } from "./expire-access";
import { removeMember } from "./remove-member";
import { suspendInactiveMembers } from "./suspend-inactive-members";
import { suspendMember } from "./suspend-member";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

const reason = "Left the company";
let organization: TestOrganization;
let member: TestPerson;
beforeEach(async () => {
  organization = await createOrganization(tables);
  member = await createPerson(
    tables,
    organization.id,
    "admin",
    `leaver-${organization.mark}@utility.example`,
  );
});

const system = () => systemActor(organization.id, "test-request");

const actors: [string, () => Actor][] = [
  ["an admin", () => actorOf(organization.admin)],
  ["an API client", () => apiClientOf(organization.id)],
];

it("has a row to make for every foreign key to users in the catalogue", async () => {
  const rows = await client<{ column: string }[]>`
    select c.conrelid::regclass::text || '.' || a.attname as column
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.confrelid = 'users'::regclass and a.attname <> 'organization_id'`;
  expect(rows.map(({ column }) => column).sort()).toEqual([...ownedColumns].sort());
});

async function expectNoAccess(userId: string): Promise<void> {
  const open = await tables
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));
  expect(open).toEqual([]);
}

async function expectNothingUsable(userId: string): Promise<void> {
  await expectNoAccess(userId);
  const usable = await Promise.all([
    tables
      .select({ id: personalTokens.id })
      .from(personalTokens)
      .where(and(eq(personalTokens.userId, userId), isNull(personalTokens.revokedAt))),
    tables
      .select({ id: apiClients.id })
      .from(apiClients)
      .where(and(eq(apiClients.ownerId, userId), isNull(apiClients.revokedAt))),
    tables
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.userId, userId), isNull(invitations.revokedAt))),
    tables
      .select({ id: secondFactors.id })
      .from(secondFactors)
      .where(eq(secondFactors.userId, userId)),
    tables.select({ id: savedViews.id }).from(savedViews).where(eq(savedViews.ownerId, userId)),
    tables.select({ id: cases.id }).from(cases).where(eq(cases.assigneeId, userId)),
  ]);
  expect(usable).toEqual([[], [], [], [], [], []]);
}

async function findUser(id: string) {
  const [row] = await tables.select().from(users).where(eq(users.id, id));
  return row;
}

describe.each(actors)("a member who owns one of everything, by %s", (_, actor) => {
  beforeEach(() => giveOneOfEverything(organization, tables, member));

  it("is removed, and shared views go to somebody of the team", async () => {
    await removeMember(actor(), { id: member.id, reason });
    expect((await findUser(member.id))?.deletedAt).toBeInstanceOf(Date);
    await expectNothingUsable(member.id);
    const views = await tables
      .select({ ownerId: savedViews.ownerId })
      .from(savedViews)
      .where(eq(savedViews.organizationId, organization.id));
    expect(views).toEqual([{ ownerId: organization.admin.id }]);
  });

  it("is removed, and one admin takes everything over", async () => {
    const { id: successorId } = organization.admin;
    await removeMember(actor(), {
      id: member.id,
      reason,
      caseOwnerId: successorId,
      clientOwnerId: successorId,
      viewOwnerId: successorId,
      accessOwnerId: successorId,
    });
    await expectNothingUsable(member.id);
    const clients = await tables
      .select({ ownerId: apiClients.ownerId })
      .from(apiClients)
      .where(and(eq(apiClients.organizationId, organization.id), isNull(apiClients.revokedAt)));
    expect(clients).toEqual([{ ownerId: successorId }]);
  });

  it("is suspended", async () => {
    await suspendMember(actor(), { id: member.id, reason });
    expect((await findUser(member.id))?.status).toBe("suspended");
    await expectNoAccess(member.id);
  });
});

it("gives shared views to the longest-serving admin when an API client removes a member", async () => {
  await createPerson(
    tables,
    organization.id,
    "admin",
    `later-${organization.mark}@utility.example`,
  );
  await addSavedView(organization, tables, member.id);
  await removeMember(apiClientOf(organization.id), {
    id: member.id,
    reason,
  });
  const views = await tables
    .select({ ownerId: savedViews.ownerId })
    .from(savedViews)
    .where(eq(savedViews.organizationId, organization.id));
  expect(views).toEqual([{ ownerId: organization.admin.id }]);
});

describe("a member who owns one of everything, by the system", () => {
  beforeEach(() => giveOneOfEverything(organization, tables, member));

  it("is suspended for inactivity", async () => {
    const { id } = organization;
    await tables
      .update(organizations)
      .set({ suspendInactiveDays: 30 })
      .where(eq(organizations.id, id));
    const longAgo = new Date("2020-01-01");
    await tables.update(users).set({ lastSeenAt: longAgo }).where(eq(users.id, member.id));
    await suspendInactiveMembers(system(), {});
    expect((await findUser(member.id))?.status).toBe("suspended");
    await expectNoAccess(member.id);
  });

  it("loses access when its end has come", async () => {
    const accessEndsAt = new Date(Date.now() - 60_000);
    await tables.update(users).set({ accessEndsAt }).where(eq(users.id, member.id));
    await expireAccess(system(), {});
    expect((await findUser(member.id))?.accessEndedAt).toBeInstanceOf(Date);
    await expectNoAccess(member.id);
  });

  it("is deleted with the organization", async () => {
    const deletionDueAt = new Date(Date.now() - 60_000);
    await tables
      .update(organizations)
      .set({ deletionDueAt })
      .where(eq(organizations.id, organization.id));
    await deleteDueOrganization(system());
    expect(await findUser(member.id)).toBeUndefined();
  });
});

const keepersOfEndUsers: [string, () => Actor][] = [
  ...actors,
  ["a staff member", () => actorOf(organization.staff)],
];

describe.each(keepersOfEndUsers)("an end-user who owns one of everything, by %s", (_, actor) => {
  beforeEach(() => giveOneOfEverything(organization, tables, organization.endUser));

  it("is deleted", async () => {
    const { id, email } = organization.endUser;
    await deleteEndUser(actor(), { id, confirmation: email });
    expect((await findUser(id))?.deletedAt).toBeInstanceOf(Date);
    await expectNoAccess(id);
  });

  it("is erased", async () => {
    const { id, email } = organization.endUser;
    await eraseEndUser(actor(), { id, confirmation: email });
    expect(await findUser(id)).toMatchObject({ email: null, status: "no-access" });
    await expectNoAccess(id);
  });
});
