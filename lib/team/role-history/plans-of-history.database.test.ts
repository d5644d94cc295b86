import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type Database, type Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { auditConditions, personConditions } from "@/lib/platform/audit/audit-filters";
import { eventsStatement, listAuditEventsInput } from "@/lib/platform/audit/list-audit-events";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { assignmentsStatement } from "./find-role-changes";

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
let database: Database;
let organization: TestOrganization;

/** Two organizations with long histories, so that a plan over all of them would read the other one too. */
beforeAll(async () => {
  for (let count = 0; count < 2; count++) {
    organization = await createOrganization(owner.tables);
    const { id, admin, staff } = organization;
    await owner.client`
      insert into role_assignments (organization_id, id, user_id, role, reason, created_at)
      select ${id}, gen_random_uuid(), case when n % 50 = 0 then ${admin.id}::uuid else ${staff.id}::uuid end,
        case when n % 50 = 0 then 'admin' else 'staff' end, 'Long ago', now() - n * interval '1 hour'
      from generate_series(1, 20000) n`;
    await owner.client`
      insert into audit_events (organization_id, id, sequence, created_at, action, actor_kind, actor_id, target_type,
        target_id, request_id, details_hash, previous_hash, hash)
      select ${id}, gen_random_uuid(), n, now() - n * interval '1 minute',
        case when n % 1000 = 0 then 'member.removed' when n % 1000 = 1 then 'member.suspended' else 'end-user.updated' end,
        'member', case when n % 1000 < 2 then ${admin.id}::uuid else ${staff.id}::uuid end, 'user',
        case when n % 1000 = 2 then ${admin.id}::uuid else gen_random_uuid() end, 'request', '\\x00', '\\x00', '\\x00'
      from generate_series(1, 40000) n`;
  }
  await owner.client`vacuum analyze role_assignments, audit_events`;
  database = createDatabase(url, { connections: 1 });
}, 180_000);
afterAll(async () => {
  await database.close();
  await owner.client.end();
});

type Node = {
  "Node Type": string;
  "Index Name"?: string;
  "Relation Name"?: string;
  Plans?: Node[];
};

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The plan of a statement, as the application role has it. */
async function planOf(statement: (transaction: Transaction) => SQL | Promise<SQL>) {
  const [row] = await database.read(organization.id, async (transaction) =>
    queryRows<{ "QUERY PLAN": [{ Plan: Node }] }>(
      transaction,
      sql`explain (analyze, format json) ${await statement(transaction)}`,
    ),
  );
  return nodesOf(row?.["QUERY PLAN"][0].Plan ?? { "Node Type": "none" });
}

const expectIndexes = (nodes: Node[], table: string) => {
  const scans = nodes.filter((node) => node["Relation Name"] === table);
  expect(nodes.map((node) => node["Node Type"])).not.toContain("Seq Scan");
  return scans.map((node) => node["Index Name"]);
};

describe("a page of the role history", () => {
  const all = { since: undefined, before: undefined };
  const place = { size: 25 };

  it("is read from the index by time", async () => {
    const nodes = await planOf((transaction) =>
      assignmentsStatement(transaction, { scope: "changes" }, place, all, undefined).getSQL(),
    );
    expect(expectIndexes(nodes, "role_assignments")).toEqual(["role_assignments_by_time"]);
  });

  it("of a person is read from an index that has the person or the time", async () => {
    const nodes = await planOf((transaction) =>
      assignmentsStatement(transaction, { scope: "changes" }, place, all, [
        organization.admin.id,
      ]).getSQL(),
    );
    for (const index of expectIndexes(nodes, "role_assignments")) {
      expect(index).toMatch(/^role_assignments_by_(user|time)$/);
    }
  });

  it("of the roles held since a day reads later changes from the index by person", async () => {
    const since = sql`now() - interval '1 day'`;
    const nodes = await planOf((transaction) =>
      assignmentsStatement(
        transaction,
        { scope: "held", role: "admin" },
        place,
        { since, before: undefined },
        undefined,
      ).getSQL(),
    );
    expectIndexes(nodes, "role_assignments");
  });
});

describe("a page of the audit log", () => {
  const pageOf = (parameters: Record<string, string>, people?: string[]) => {
    const input = listAuditEventsInput.parse(parameters);
    return personConditions(people, input).map(
      (ofPerson) => async (transaction: Transaction) =>
        eventsStatement(transaction, input, [
          ...(await auditConditions(transaction, input)),
          ofPerson,
        ]).getSQL(),
    );
  };

  it("with several rare actions reads no other events", async () => {
    for (const page of pageOf({ action: "member.removed,member.suspended" })) {
      const indexes = expectIndexes(await planOf(page), "audit_events");
      for (const index of indexes.filter(Boolean)) {
        expect(index).toMatch(/^audit_events_by_(action|time)$/);
      }
    }
  });

  it("of a person is read once by who did it and once by whom it concerns", async () => {
    const pages = pageOf({}, [organization.admin.id]);
    expect(pages).toHaveLength(2);
    const [did, concerns] = await Promise.all(pages.map(planOf));
    expect(JSON.stringify(did)).toContain("audit_events_by_actor");
    expect(JSON.stringify(concerns)).toContain("audit_events_by_target");
    for (const nodes of [did, concerns]) expectIndexes(nodes ?? [], "audit_events");
  });
});
