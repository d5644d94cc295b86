import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { importFiles, importRows, manufacturerAccounts, smartMeters, users } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { Invalid } from "@/lib/core/errors";
import { updateEndUser } from "@/lib/customers/end-users/update-end-user";
import { addNote } from "@/lib/customers/notes/write-note";
import { createReconnectionLink } from "@/lib/devices/connections/create-connect-link";
import { giveBackAccess } from "@/lib/devices/connections/give-back-access";
import { updateDevice } from "@/lib/devices/devices/update-device";
import { requestPasswordReset } from "@/lib/identity/auth/request-password-reset";
import { workOnImport } from "@/lib/operations/imports/resume-imports";
import { checkImport, createImport } from "@/lib/operations/imports/write-import";
import { verifyAuditLog } from "@/lib/platform/audit/verify-audit-log";
import { sendQueuedMail } from "@/lib/platform/mail/send-queued-mail";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addManufacturerAccount } from "@/testing/records/connections";
import { addDevice } from "@/testing/records/devices";
import { createCase } from "../cases/write-case";
import { answerCase } from "../cases/write-entry";
import { runDiagnosis } from "../diagnosis/run-diagnosis";
import { startSupportView } from "../search/support-views";
import { eraseEndUser } from "./erase-end-user";
import { exportPersonalData } from "./export-personal-data";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
  await live(organization);
});

const personal = ["Xaver", "Ypsilanti", "Quellenweg", "+43 660 7654321", "boiler hums"];

/** Leaves traces of the end-user in every corner. */
async function live(own: TestOrganization) {
  const { staff, endUser, deviceId, id } = own;
  const agent = actorOf(staff);
  await updateEndUser(agent, {
    id: endUser.id,
    version: 1,
    email: endUser.email,
    firstName: "Xaver",
    lastName: "Ypsilanti",
    phone: "+43 660 7654321",
    streetAndNumber: "Quellenweg 7",
  });
  await addNote(agent, { userId: endUser.id, body: "The boiler hums" });
  await updateDevice.from(agent, {
    id: deviceId,
    version: 1,
    comment: "Ypsilanti has the key",
    isSmartOptimizationActive: "on",
  });
  await requestPasswordReset(
    { email: endUser.email },
    { requestId: "r", clientAddress: "198.51.100.7", userAgent: undefined },
  );
  const [mail] = await tables.execute<{ id: string }>(
    sql`select id from outgoing_mails where user_id = ${endUser.id}`,
  );
  const file = await createImport(agent, {
    kind: "end-user",
    fileName: "list.csv",
    content: Buffer.from(`email,last_name,country\n${endUser.email},Ypsilanti,Nowhere`),
  });
  await checkImport(agent, { id: file.id, mapping: { email: 0, lastName: 1, country: 2 } });
  await workOnImport(systemActor(id, "r"), file.id);
  await createImport(agent, {
    kind: "end-user",
    fileName: "not-checked.csv",
    content: Buffer.from(`name,mail address\nYpsilanti,${endUser.email.toUpperCase()}`),
  });
  const { id: caseId } = await createCase(agent, {
    subject: "Ypsilanti has no hot water",
    userId: endUser.id,
    deviceId,
    note: "Xaver says the boiler hums",
    assigneeId: own.admin.id,
  });
  await answerCase(agent, { id: caseId, body: "Dear Xaver Ypsilanti, we are on it." });
  await runDiagnosis(agent, { userId: endUser.id });
  await startSupportView(agent, { userId: endUser.id, reason: "Ypsilanti sees nothing" });
  await createReconnectionLink(agent, { deviceId, isMailed: true });
  await addManufacturerAccount(own, tables, { externalAccountId: endUser.email });
  const job = { organizationId: id, mailId: mail?.id ?? "" };
  await sendQueuedMail(job, { isLast: false, requestId: "r" });
}

/** Every text of every table of the database in which a word stands. */
async function whereIs(word: string): Promise<string[]> {
  const names = await tables.execute<{ name: string }>(
    sql`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relrowsecurity`,
  );
  const found: string[] = [];
  for (const { name } of names) {
    const [row] = await tables.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(name)} t where to_jsonb(t)::text ilike ${`%${word}%`}`,
    );
    if (row && row.count > 0) found.push(name);
  }
  return found;
}

/** What the worker does afterwards: until the manufacturer knows, the account's name is needed. */
async function giveBackEveryAccess() {
  const accounts = await tables.select({ id: manufacturerAccounts.id }).from(manufacturerAccounts);
  for (const { id } of accounts) await giveBackAccess(systemActor(organization.id, "r"), id);
}

const erase = () =>
  eraseEndUser(actorOf(organization.staff), {
    id: organization.endUser.id,
    confirmation: organization.endUser.email,
  });

it("leaves nothing that names the person anywhere, and the audit log provable", async () => {
  const { admin, endUser } = organization;
  for (const word of [...personal, endUser.email]) expect(await whereIs(word)).not.toEqual([]);
  await erase();
  await giveBackEveryAccess();
  for (const word of [...personal, endUser.email])
    expect([word, await whereIs(word)]).toEqual([word, []]);
  const isOwn = eq(importFiles.organizationId, organization.id);
  expect(await tables.$count(importFiles, isOwn)).toBe(0);
  const verdict = await verifyAuditLog(actorOf(admin), {});
  expect(verdict).toMatchObject({ isIntact: true });
  expect(verdict.erased).toBeGreaterThan(3);
});

it("forgets the meter point of a smart meter", async () => {
  const meter = await addDevice("smart_meter", organization, tables, {
    meterId: "AT0010000573300000000000000000001",
  });
  await erase();
  const [row] = await tables.select().from(smartMeters).where(eq(smartMeters.deviceId, meter));
  expect(row?.meterId).toBeNull();
});

it("forgets the rows of an uploaded file that name somebody without address and number, and keeps the others", async () => {
  const id = organization.endUser.id;
  await tables
    .update(users)
    .set({
      email: null,
      status: "no-access",
      externalUserId: null,
      firstName: "Quirin",
      lastName: "Zwetschke",
    })
    .where(eq(users.id, id));
  const content = "first_name,last_name\nQuirin,Zwetschke\nQuirin,Huber\n";
  const agent = actorOf(organization.staff) as Member;
  await createImport(agent, { kind: "end-user", fileName: "x.csv", content: Buffer.from(content) });
  await eraseEndUser(agent, { id, confirmation: "Quirin Zwetschke" });
  expect(await whereIs("Zwetschke")).toEqual([]);
  const rows = await tables
    .select({ cells: importRows.cells })
    .from(importRows)
    .where(and(eq(importRows.organizationId, organization.id), eq(importRows.line, 3)));
  expect(rows).toEqual([{ cells: ["Quirin", "Huber"] }]);
});

it("touches nobody else", async () => {
  const { otherEndUser, staff } = organization;
  await addNote(actorOf(staff), { userId: otherEndUser.id, body: "Prefers mornings" });
  await erase();
  expect(await whereIs("Prefers mornings")).toEqual(["notes"]);
  expect(await whereIs(otherEndUser.email)).toContain("users");
});

it("still shows when details of another go missing", async () => {
  await erase();
  await tables.execute(
    sql`delete from audit_details where organization_id = ${organization.id} and event_id in (select id from audit_events where action = 'end-user.erased')`,
  );
  const { fault } = await verifyAuditLog(actorOf(organization.admin), {});
  expect(fault?.kind).toBe("details");
});

it("wants the address typed", async () => {
  await expect(
    eraseEndUser(actorOf(organization.staff), {
      id: organization.endUser.id,
      confirmation: "somebody@home.example",
    }),
  ).rejects.toEqual(new Invalid({ confirmation: "confirmation" }));
});

it("exports everything about the person, and no secret", async () => {
  const { staff, endUser } = organization;
  const data = await exportPersonalData(actorOf(staff), { id: endUser.id });
  const text = JSON.stringify(data);
  for (const word of [...personal, endUser.email, "password-reset"])
    expect(text.toLowerCase()).toContain(word.toLowerCase());
  expect(text).not.toMatch(/passwordHash|tokenHash|encryptedSecret/);
  expect(text).not.toContain(organization.otherEndUser.email);
});
