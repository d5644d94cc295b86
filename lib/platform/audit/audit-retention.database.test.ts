import { eq, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { afterAll, afterEach, expect, it } from "vitest";
import { auditDetails, organizations } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { eraseExpiredDetails, makeAuditQuarters } from "./audit-retention";
import { recordAuditEvents } from "./record-audit-events";
import { verifyAuditLog } from "./verify-audit-log";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterEach(() => holdClock());
afterAll(() => client.end());

const quarterAgo = (quarters: number) =>
  DateTime.utc().startOf("quarter").minus({ quarters }).plus({ days: 20 });
const tableOf = (moment: DateTime) =>
  `audit_details${moment.startOf("quarter").toFormat("_yyyy_MM")}`;

async function makeQuartersSince(moment: DateTime): Promise<number> {
  const [row] = await tables.execute<{ made: number }>(
    sql`select make_audit_partitions(${moment.toISO()}::timestamptz) as made`,
  );
  return row?.made ?? 0;
}

async function write(organization: TestOrganization, moment: DateTime, name: string) {
  holdClock(moment.toJSDate());
  await tables.transaction((transaction) =>
    recordAuditEvents(transaction as never, systemActor(organization.id, "test"), [
      { action: "mail.sent", target: { type: "mail", name } },
    ]),
  );
  holdClock();
}

const partitions = async () =>
  (
    await client<{ name: string }[]>`
      select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_details'::regclass`
  ).map(({ name }) => name);

/** The names in an organization's details, each with the partition it stands in. */
const kept = async (organization: TestOrganization) =>
  Object.fromEntries(
    (
      await tables
        .select({ name: auditDetails.targetName, table: sql<string>`tableoid::regclass::text` })
        .from(auditDetails)
        .where(eq(auditDetails.organizationId, organization.id))
    ).map(({ name, table }) => [name, table]),
  );

async function retainFor(organization: TestOrganization, retainAuditMonths: number) {
  await tables
    .update(organizations)
    .set({ retainAuditMonths })
    .where(eq(organizations.id, organization.id));
  return eraseExpiredDetails(systemActor(organization.id, "test"), {});
}

it("keeps details in the quarter of their event, three of which are there ahead", async () => {
  const organization = await createOrganization(tables);
  for (const quarters of [0, -1, -2])
    expect(await partitions()).toContain(tableOf(quarterAgo(quarters)));
  const next = DateTime.utc().endOf("quarter").startOf("millisecond");
  await write(organization, next, "last moment");
  await write(organization, next.plus({ milliseconds: 1 }), "first moment");
  await write(organization, DateTime.utc().plus({ years: 2 }), "in two years");
  expect(await kept(organization)).toEqual({
    "last moment": tableOf(quarterAgo(0)),
    "first moment": tableOf(quarterAgo(-1)),
    "in two years": "audit_details_elsewhen",
  });
  const made = await makeAuditQuarters(systemActor(organization.id, "test"), {});
  expect(made).toEqual({ made: 0 });
});

it("drops a quarter that nobody else shares, and takes out of one that is shared what is its own", async () => {
  const [own, other] = [await createOrganization(tables), await createOrganization(tables)];
  const [alone, shared, young] = [quarterAgo(8), quarterAgo(7), quarterAgo(2)];
  await makeQuartersSince(alone);
  await write(own, alone, "alone");
  await write(own, shared, "shared");
  await write(other, shared, "other's");
  await write(own, young, "young");

  expect(await retainFor(own, 12)).toEqual({ erased: 2, isMore: false });
  expect(Object.keys(await kept(own)).sort()).toEqual(["null", "young"]);
  expect(await kept(other)).toEqual({ "other's": tableOf(shared) });
  expect(await partitions()).not.toContain(tableOf(alone));
  expect(await partitions()).toContain(tableOf(shared));
  const verdict = await verifyAuditLog(actorOf(own.admin), {});
  expect(verdict).toMatchObject({ isIntact: true, events: 4, erased: 2 });

  // Not yet by the other's rule, however often one asks; then it goes, and with it the table.
  expect(await retainFor(other, 36)).toMatchObject({ erased: 0 });
  expect(await retainFor(other, 12)).toMatchObject({ erased: 1 });
  expect(await partitions()).not.toContain(tableOf(shared));
  expect(await partitions()).toContain(tableOf(young));
  expect(await verifyAuditLog(actorOf(other.admin), {})).toMatchObject({ isIntact: true });
});

it("waits for nobody: while details are read, they are taken out row by row", async () => {
  const organization = await createOrganization(tables);
  const moment = quarterAgo(9);
  await makeQuartersSince(moment);
  await write(organization, moment, "read");
  await client.begin(async (reader) => {
    await reader`select count(*) from audit_details`;
    expect(await retainFor(organization, 12)).toMatchObject({ erased: 1 });
  });
  expect(await partitions()).toContain(tableOf(moment));
  expect(await retainFor(organization, 12)).toMatchObject({ erased: 0 });
  expect(await partitions()).not.toContain(tableOf(moment));
});

it("leaves out a quarter whose details went elsewhere, and makes the others", async () => {
  const organization = await createOrganization(tables);
  const missed = quarterAgo(11);
  await write(organization, missed, "missed");
  await makeQuartersSince(missed);
  expect(await partitions()).not.toContain(tableOf(missed));
  expect(await partitions()).toContain(tableOf(quarterAgo(10)));
  expect(await retainFor(organization, 12)).toMatchObject({ erased: 1 });
});
