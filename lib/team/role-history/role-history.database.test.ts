import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { auditDetails, departures, roleAssignments } from "@/db/schema";
import {
  actorOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
  type TestPerson,
} from "@/testing/organization";
import { inviteSomebody } from "@/testing/records/team";
import { changeMemberRole } from "../members/change-member-role";
import { removeMember } from "../members/remove-member";
import {
  beginRoleHistoryExport,
  listRoleHistory,
  readRoleHistoryExportPage,
} from "./read-role-history";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
let member: TestPerson;
beforeEach(async () => {
  organization = await createOrganization(tables);
  member = await createPerson(
    tables,
    organization.id,
    "staff",
    `mover-${organization.mark}@utility.example`,
  );
});

const admin = () => actorOf(organization.admin);
const day = (date: string) => new Date(`${date}T12:00:00Z`);

async function date(table: typeof roleAssignments | typeof departures, id: string, on: string) {
  await tables
    .update(table)
    .set({ createdAt: day(on) })
    .where(eq(table.id, id));
}

/** Staff in 2020, admin in 2021, removed in 2023. */
async function liveThrough(): Promise<void> {
  await changeMemberRole(admin(), { id: member.id, role: "admin", reason: "Leads the team" });
  const { departureId } = await removeMember(admin(), { id: member.id, reason: "Has retired" });
  const [first, second] = await tables
    .select({ id: roleAssignments.id })
    .from(roleAssignments)
    .where(eq(roleAssignments.userId, member.id))
    .orderBy(roleAssignments.createdAt, roleAssignments.id);
  await date(roleAssignments, first?.id ?? "", "2020-01-01");
  await date(roleAssignments, second?.id ?? "", "2021-01-01");
  await date(departures, departureId, "2023-01-01");
}

const list = (input: Record<string, string> = {}) =>
  listRoleHistory.from(admin(), { person: member.email, ...input });

describe("the role history of a former member", () => {
  beforeEach(liveThrough);

  it("has each change with role before and after, reason, who decided and until when", async () => {
    const { rows } = await list();
    expect(rows).toMatchObject([
      {
        kind: "removed",
        roleBefore: "admin",
        role: null,
        reason: "Has retired",
        decidedBy: organization.admin.name,
        createdAt: day("2023-01-01"),
        endedAt: null,
        status: "former",
      },
      {
        kind: "changed",
        roleBefore: "staff",
        role: "admin",
        reason: "Leads the team",
        decidedBy: organization.admin.name,
        endedAt: day("2023-01-01"),
      },
      {
        kind: "invited",
        roleBefore: null,
        role: "staff",
        // The account of the test was made without a person who decides.
        decidedBy: null,
        endedAt: day("2021-01-01"),
      },
    ]);
  });

  it("shows the changes of a period, or the roles that were held in it", async () => {
    const kinds = async (input: Record<string, string>) =>
      (await list(input)).rows.map(({ kind }) => kind);
    expect(await kinds({ from: "2021-06-01", until: "2022-06-01" })).toEqual([]);
    const held = { scope: "held", role: "admin" };
    expect(await kinds({ ...held, from: "2021-06-01", until: "2022-06-01" })).toEqual(["changed"]);
    expect(await kinds({ ...held, from: "2023-06-01" })).toEqual([]);
    expect(await kinds({ ...held, until: "2020-06-01" })).toEqual([]);
    expect(await kinds({ scope: "held", role: "staff", from: "2021-06-01" })).toEqual([]);
    expect(await kinds({ role: "none" })).toEqual(["removed"]);
    expect(await kinds({ from: "2021-01-01", until: "2021-01-01" })).toEqual(["changed"]);
  });

  it("finds the person by name and says that they have left", async () => {
    expect((await list()).people).toEqual([
      { id: member.id, name: member.name, email: member.email, isFormer: true },
    ]);
    expect((await list({ person: "nobody-of-this-name" })).rows).toEqual([]);
  });

  it("pages without losing or repeating a change, in both directions", async () => {
    const all = (await listRoleHistory(admin(), {})).rows.map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await readRoleHistoryExportPage(admin(), { cursor });
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(4);
    const ascending = (await listRoleHistory(admin(), { direction: "asc" })).rows;
    expect(ascending.map(({ id }) => id)).toEqual(all.toReversed());
  });
});

it("says that an invited person never joined", async () => {
  const { email } = await inviteSomebody(organization, tables);
  expect((await list({ person: email })).rows).toMatchObject([
    { kind: "invited", status: "invited", hasJoined: false, endedAt: null },
  ]);
});

it("shows nothing of another organization", async () => {
  const other = await createOrganization(tables);
  const { rows } = await listRoleHistory(actorOf(other.admin), {});
  expect(rows.map(({ userId }) => userId)).not.toContain(member.id);
  expect(rows.length).toBeGreaterThan(0);
});

it("records an export with its filters", async () => {
  await beginRoleHistoryExport(admin(), { role: "admin", from: "2026-01-01" });
  const [detail] = await tables
    .select({ changes: auditDetails.changes })
    .from(auditDetails)
    .where(eq(auditDetails.organizationId, organization.id));
  expect(detail?.changes).toMatchObject({
    list: { after: "role-history" },
    filters: { after: "role: admin, scope: changes, from: 2026-01-01, format: csv" },
  });
});
