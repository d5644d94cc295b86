import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { organizations } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { Conflict, Invalid } from "@/lib/core/errors";
import { recordAuditEvents } from "@/lib/platform/audit/record-audit-events";
import { fingerprint } from "@/testing/fingerprint";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addInvoice, addUsage } from "@/testing/records/billing";
import { addFinding } from "@/testing/records/security";
import { addMailText, scheduleDeletion } from "@/testing/records/settings";
import {
  addAccessReview,
  addApiClient,
  addAuthenticator,
  addHandbookEntry,
  inviteSomebody,
} from "@/testing/records/team";
import {
  cancelOrganizationDeletion,
  deleteDueOrganization,
  requestOrganizationDeletion,
} from "./delete-organization";
import { beginOrganizationExport, readOrganization } from "./export-organization";
import { exportedTables } from "./exported-tables";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables, "argon2-hash-of-a-password");
  await fill(organization);
});

/** Something in every corner. */
async function fill(filled: TestOrganization) {
  await addInvoice(filled, tables);
  await addUsage(filled, tables, "2026-10-05");
  await addFinding(filled, tables);
  await addMailText(filled, tables);
  await addAccessReview(filled, tables);
  await addApiClient(filled, tables);
  await addAuthenticator(filled.staff, tables);
  await addHandbookEntry(filled, tables);
  await inviteSomebody(filled, tables);
  await recordAuditEvents(tables as never, systemActor(filled.id, "r"), [
    { action: "mail.sent", target: { type: "mail", name: "somebody" } },
  ]);
}

async function exportAll() {
  const actor = actorOf(organization.admin);
  const manifest = await beginOrganizationExport(actor, {});
  const lines: Record<string, unknown>[] = [];
  for await (const line of readOrganization(actor, manifest)) lines.push(line);
  return lines;
}

it("exports every record of the organization, and no secret", async () => {
  const other = await createOrganization(tables);
  const [manifest, ...rows] = await exportAll();
  expect(manifest).toMatchObject({ organization: { id: organization.id } });
  const found = new Set(rows.map(({ table }) => table));
  for (const name of ["organizations", "users", "devices", "invoices", "audit_events"]) {
    expect(found).toContain(name);
  }
  const users = rows.filter(({ table }) => table === "users");
  expect(users).toHaveLength(5);
  const text = JSON.stringify(rows);
  expect(text).toContain(organization.endUser.email);
  expect(text).not.toContain("argon2-hash-of-a-password");
  expect(text).not.toContain(other.id);
});

it("pages through tables of any size without a gap", async () => {
  await tables.execute(sql`
    insert into device_usage (organization_id, month, device_id, kind, days)
    select ${organization.id}::uuid, date '2026-09-01', gen_random_uuid(), 'wallbox', 1
    from generate_series(1, 2500)`);
  const rows = await exportAll();
  const usage = rows.filter(({ table }) => table === "device_usage");
  expect(usage).toHaveLength(2501);
  expect(new Set(usage.map((line) => JSON.stringify(line))).size).toBe(2501);
});

it("knows a key of every table, so that none is cut short", () => {
  const without = exportedTables.filter(({ key }) => key.length === 0).map(({ name }) => name);
  expect(without.sort()).toEqual([
    "audit_heads",
    "audit_streams",
    "billing_accounts",
    "connection_settings",
    "organization_logos",
  ]);
});

it("deletes an organization when its time has come, and nothing of another", async () => {
  const other = await createOrganization(tables);
  await fill(other);
  const before = await fingerprint(tables, other.id);
  const system = systemActor(organization.id, "test-request");
  await scheduleDeletion(organization, tables);
  await deleteDueOrganization(system);
  expect(await stillThere()).toHaveLength(1);

  await scheduleDeletion(organization, tables, new Date(Date.now() - 1000));
  await deleteDueOrganization(system);
  expect(await stillThere()).toHaveLength(0);
  for (const { name } of exportedTables.filter((table) => table.name !== "organizations")) {
    const [left] = await tables.execute(
      sql`select count(*)::int as count from ${sql.identifier(name)} where organization_id = ${organization.id}`,
    );
    expect([name, left?.count]).toEqual([name, 0]);
  }
  expect(await fingerprint(tables, other.id)).toBe(before);
});

const stillThere = () =>
  tables.select().from(organizations).where(eq(organizations.id, organization.id));

it("is asked for by name, once, and called off by any admin", async () => {
  const actor = actorOf(organization.admin);
  await expect(requestOrganizationDeletion(actor, { confirmation: "No" })).rejects.toEqual(
    new Invalid({ confirmation: "confirmation" }),
  );
  const confirmation = `utility ${organization.mark}`;
  await requestOrganizationDeletion(actor, { confirmation });
  await expect(requestOrganizationDeletion(actor, { confirmation })).rejects.toEqual(
    new Conflict("deletionPending"),
  );
  const [due] = await stillThere();
  expect((due?.deletionDueAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(29 * 86_400_000);
  await cancelOrganizationDeletion(actor, {});
  expect((await stillThere())[0]?.deletionDueAt).toBeNull();
});
