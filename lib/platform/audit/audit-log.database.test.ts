import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { auditCheckpoints, outgoingMails } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { database } from "@/lib/core/database";
import { updateEndUser } from "@/lib/customers/end-users/update-end-user";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { readAuditExportPage } from "./export-audit-events";
import { listAuditEvents } from "./list-audit-events";
import { publishAuditHead } from "./publish-audit-head";
import { recordAuditEvents } from "./record-audit-events";
import { type AuditVerdict, verifyAuditLog, walkAuditLog } from "./verify-audit-log";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => owner.client.end());

let organization: TestOrganization;
const verify = () => verifyAuditLog(actorOf(organization.admin), {});

async function write(count: number): Promise<void> {
  const actor = { ...actorOf(organization.admin), clientAddress: "192.0.2.7" };
  for (let number = 1; number <= count; number++) {
    await database().write(organization.id, (transaction) =>
      recordAuditEvents(transaction, actor, [
        {
          action: "end-user.updated",
          target: { type: "user", id: organization.endUser.id, name: `Zoë Weiß-number-${number}` },
          changes: {
            phone: { before: null, after: `+43 ${number}` },
            when: { before: 1.5, after: new Date(0) },
          },
          reason: "=HYPERLINK",
        },
      ]),
    );
  }
}

beforeEach(async () => {
  organization = await createOrganization(owner.tables);
});

describe("the chain", () => {
  it("is whole after many writers at once, and counts without gaps", async () => {
    const admin = actorOf(organization.admin);
    await Promise.all(
      Array.from({ length: 100 }, () =>
        database().write(organization.id, (transaction) =>
          recordAuditEvents(transaction, admin, [
            { action: "session.ended", target: { type: "user", id: organization.staff.id } },
          ]),
        ),
      ),
    );
    expect(await verify()).toMatchObject({ isIntact: true, events: 100 });
  });

  it("is found whole each time while others write", async () => {
    await write(1);
    let isWriting = true;
    const writers = Array.from({ length: 3 }, async () => {
      while (isWriting) await write(1);
    });
    const verdicts: AuditVerdict[] = [];
    for (let walks = 0; walks < 60; walks++) verdicts.push(await verify());
    isWriting = false;
    await Promise.all(writers);
    expect(verdicts.filter(({ isIntact }) => !isIntact)).toEqual([]);
    expect(new Set(verdicts.map(({ events }) => events)).size).toBeGreaterThan(1);
  });

  it("is written by the use-cases themselves, and holds nothing of what was rolled back", async () => {
    const { endUser } = organization;
    const change = (email: string) =>
      updateEndUser(actorOf(organization.staff), {
        id: endUser.id,
        version: 1,
        firstName: "Eva",
        lastName: "Berger",
        phone: "",
        country: "AT",
        email,
      });
    await expect(change(organization.otherEndUser.email)).rejects.toThrow();
    await change(endUser.email);
    expect(await verify()).toMatchObject({ isIntact: true, events: 1 });
  });
});

type Column = { table: "audit_events" | "audit_details"; column: string; type: string };

function isLetterOfText(json: string, index: number): boolean {
  const literals = [...json.matchAll(/\bnull\b/g)].map((match) => match.index);
  const isLiteral = literals.some((start) => index >= start && index < start + 4);
  return !isLiteral && /[a-zA-Z]/.test(json[index] ?? "");
}

/** Another value of the same type that differs in one place. */
function tampered(type: string, value: string | null, place: number): string {
  if (value === null) return type === "uuid" ? "01900000-0000-7000-8000-000000000000" : "x";
  if (type === "bigint") return String(Number(value) + 1000);
  if (type === "timestamp with time zone")
    return `${value.slice(0, 3)}${value[3] === "1" ? "2" : "1"}${value.slice(4)}`;
  const changeable = [
    ...value.matchAll(type === "text" || type === "jsonb" ? /[a-z0-9]/gi : /[0-9a-f]/g),
  ]
    .map((match) => match.index)
    // The letters after which a bytea's text begins with its digits, and the version of a UUID.
    .filter((index) => type !== "bytea" || index > 1)
    .filter((index) => type !== "uuid" || index < 14 || index > 20)
    // Letters of names and values: a digit could change the writing alone, and `null` is a word of JSON.
    .filter((index) => type !== "jsonb" || isLetterOfText(value, index));
  const index = changeable[place % changeable.length] ?? 0;
  const old = value[index] ?? "";
  const other = old.toLowerCase() === "e" ? "a" : "e";
  return `${value.slice(0, index)}${other}${value.slice(index + 1)}`;
}

class RolledBack extends Error {}

/** What the walk says after somebody with all rights has been at the data; nothing of it stays. */
async function verdictAfter(
  tamper: (
    transaction: Parameters<Parameters<typeof owner.tables.transaction>[0]>[0],
  ) => Promise<unknown>,
): Promise<AuditVerdict> {
  let verdict: AuditVerdict | undefined;
  await owner.tables
    .transaction(async (transaction) => {
      await transaction.execute(
        sql`select set_config('session_replication_role', 'replica', true), set_config('app.organization_id', ${organization.id}, true)`,
      );
      await tamper(transaction);
      await transaction.execute(sql`select set_config('role', 'wattdesk_app', true)`);
      verdict = await walkAuditLog(transaction as never);
      throw new RolledBack();
    })
    .catch((error) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  if (!verdict) throw new Error("The log was not walked.");
  return verdict;
}

const mine = sql`organization_id = current_organization()`;
const ofEvent = sql`e.organization_id = current_organization()`;
const hashOf = (sequence: number) =>
  sql`(select hash from audit_events where sequence = ${sequence} and ${mine})`;

describe("verification finds", () => {
  const count = 8;

  it("one changed character in any column of any row", async () => {
    await write(count);
    expect((await verdictAfter(async () => {})).isIntact).toBe(true);
    const columns = await owner.client<Column[]>`
      select table_name as table, column_name as column, data_type as type
      from information_schema.columns
      where table_name in ('audit_events', 'audit_details') and is_generated = 'NEVER'`;
    expect(columns.length).toBe(21);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...columns),
        fc.integer({ min: 1, max: count }),
        fc.nat({ max: 63 }),
        async ({ table, column, type }, number, place) => {
          const link = table === "audit_events" ? "id" : "event_id";
          const { isIntact } = await verdictAfter(async (transaction) => {
            const where = sql`where organization_id = ${organization.id} and ${sql.raw(link)} =
              (select id from audit_events e where e.organization_id = ${organization.id} and e.sequence = ${number})`;
            const [kept] = await transaction.execute<{ value: string | null }>(
              sql`select ${sql.raw(column)}::text as value from ${sql.raw(table)} ${where}`,
            );
            const value = tampered(type, kept?.value ?? null, place);
            await transaction.execute(
              sql`update ${sql.raw(table)} set ${sql.raw(column)} = ${value}::text::${sql.raw(type)} ${where}`,
            );
          });
          expect(isIntact, `${table}.${column}`).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    [
      "a removed event",
      sql`delete from audit_events where sequence = 4 and ${mine}`,
      { kind: "gap", sequence: 5 },
    ],
    [
      "a cut tail",
      sql`delete from audit_events where sequence > 6 and ${mine}`,
      { kind: "tail", sequence: 7 },
    ],
    [
      "a cut tail, the head set back too",
      sql`with cut as (delete from audit_events where sequence = 8 and ${mine})
        update audit_heads set sequence = 7, hash = ${hashOf(7)} where ${mine}`,
      { kind: "checkpoint", sequence: 8 },
    ],
    [
      "a head set back alone",
      sql`update audit_heads set sequence = 7, hash = ${hashOf(7)} where ${mine}`,
      { kind: "tail", sequence: 9 },
    ],
    [
      "a head of another log",
      sql`update audit_heads set hash = ${hashOf(7)} where ${mine}`,
      { kind: "tail", sequence: 8 },
    ],
    [
      "two events that changed their links",
      sql`with hashes as (select sequence, hash, previous_hash from audit_events where sequence in (5, 6) and ${mine})
        update audit_events e set hash = h.hash, previous_hash = h.previous_hash from hashes h
        where e.sequence = 11 - h.sequence and ${ofEvent}`,
      { kind: "link", sequence: 5 },
    ],
    [
      "removed details",
      sql`delete from audit_details where target_name like '%-3' and ${mine}`,
      { kind: "details", sequence: 3 },
    ],
    [
      "a forged checkpoint",
      sql`update audit_checkpoints set hash = ${hashOf(7)} where ${mine}`,
      { kind: "signature", sequence: 8 },
    ],
  ])("%s", async (_, tampering, fault) => {
    await write(count);
    await publishAuditHead(systemActor(organization.id, "test"), {});
    const verdict = await verdictAfter((transaction) => transaction.execute(tampering));
    expect(verdict).toMatchObject({ isIntact: false, fault });
  });

  it("nothing wrong with the details of an erased person being gone", async () => {
    await write(count);
    await database().write(organization.id, (transaction) =>
      recordAuditEvents(transaction, actorOf(organization.admin), [
        { action: "end-user.erased", target: { type: "user", id: organization.endUser.id } },
      ]),
    );
    const verdict = await verdictAfter((transaction) =>
      transaction.execute(sql`delete from audit_details where target_name is not null and ${mine}`),
    );
    expect(verdict).toMatchObject({ isIntact: true, erased: count });
  });
});

describe("the daily head", () => {
  it("is kept, signed, and mailed to each admin, once for each state of the log", async () => {
    await write(3);
    const system = systemActor(organization.id, "test");
    await publishAuditHead(system, {});
    await publishAuditHead(system, {});
    const points = await owner.tables
      .select()
      .from(auditCheckpoints)
      .where(eq(auditCheckpoints.organizationId, organization.id));
    expect(points.map((point) => point.sequence)).toEqual([3]);
    const mails = await owner.tables
      .select()
      .from(outgoingMails)
      .where(eq(outgoingMails.organizationId, organization.id));
    expect(mails.map((mail) => [mail.template, mail.userId])).toEqual([
      ["audit-head", organization.admin.id],
    ]);
    expect(mails[0]?.parameters).toContain(points[0]?.hash.toString("hex"));
    expect(await verify()).toMatchObject({ isIntact: true, checkpoints: 1 });
  });
});

describe("reading", () => {
  it("filters by words, action, person, source and day", async () => {
    await write(3);
    const list = async (input: object) =>
      (await listAuditEvents(actorOf(organization.admin), input)).rows.length;
    expect(await list({ search: "zoe weiss-number-2" })).toBe(1);
    expect(await list({ search: "hyperlink" })).toBe(3);
    expect(await list({ action: "end-user.updated", source: "portal" })).toBe(3);
    expect(await list({ source: "api" })).toBe(0);
    expect(await list({ actorId: organization.admin.id, targetId: organization.endUser.id })).toBe(
      3,
    );
    expect(await list({ until: "2020-01-01" })).toBe(0);
  });

  it("exports page by page, and stops when the actor has lost the right", async () => {
    await write(3);
    const admin = actorOf(organization.admin);
    const page = await readAuditExportPage(admin, { afterSequence: 1 });
    expect(page.map((event) => event.sequence)).toEqual([2, 3]);
    const demoted = { ...actorOf(organization.staff) };
    await expect(readAuditExportPage(demoted, { afterSequence: 1 })).rejects.toThrow(
      "staff may not",
    );
  });
});
