import { eq, sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { auditDetails, organizations, outgoingMails } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { recordAuditEvents } from "@/lib/platform/audit/record-audit-events";
import { verifyAuditLog } from "@/lib/platform/audit/verify-audit-log";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";
import { queueSomeMail } from "@/testing/records/team";
import { applyRetention } from "./apply-retention";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

const monthsAgo = (months: number) => new Date(Date.now() - months * 31 * 86_400_000);

it("erases the details of old events by the organization's rule, and the chain still holds", async () => {
  const organization = await createOrganization(tables);
  const system = systemActor(organization.id, "test-request");
  for (const months of [20, 14, 1]) {
    holdClock(monthsAgo(months));
    await recordAuditEvents(tables as never, system, [
      { action: "mail.sent", target: { type: "mail", name: `${months} months ago` } },
    ]);
  }
  holdClock();
  const names = async () =>
    (
      await tables
        .select({ name: auditDetails.targetName })
        .from(auditDetails)
        .where(eq(auditDetails.organizationId, organization.id))
    ).map(({ name }) => name);
  await applyRetention(system);
  expect(await names()).toHaveLength(3);

  await tables
    .update(organizations)
    .set({ retainAuditMonths: 12 })
    .where(eq(organizations.id, organization.id));
  await applyRetention(system);
  expect((await names()).sort()).toEqual(["1 months ago", null]);
  const { fault, events, erased } = await verifyAuditLog(actorOf(organization.admin), {});
  expect({ fault, events, erased }).toEqual({ fault: undefined, events: 4, erased: 2 });
});

it("deletes old mails that have gone, and none that waits", async () => {
  const organization = await createOrganization(tables);
  const ids = [];
  for (const [state, days] of [
    ["sent", 400],
    ["queued", 400],
    ["sent", 300],
  ] as const) {
    const id = await queueSomeMail(organization, tables);
    const createdAt = new Date(Date.now() - days * 86_400_000);
    await tables.update(outgoingMails).set({ state, createdAt }).where(eq(outgoingMails.id, id));
    ids.push(id);
  }
  await applyRetention(systemActor(organization.id, "test-request"));
  const left = await tables
    .select({ id: outgoingMails.id })
    .from(outgoingMails)
    .where(eq(outgoingMails.organizationId, organization.id));
  expect(left.map(({ id }) => id).sort()).toEqual(ids.slice(1).sort());
});

it("keeps the application from erasing what is younger", async () => {
  await expect(
    tables.transaction(async (transaction) => {
      await transaction.execute(sql`select set_config('role', 'wattdesk_app', true)`);
      await transaction.execute(sql`delete from audit_details`);
    }),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
});
