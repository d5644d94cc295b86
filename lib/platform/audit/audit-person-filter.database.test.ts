import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/lib/core/database";
import { removeMember } from "@/lib/team/members/remove-member";
import {
  actorOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
  type TestPerson,
} from "@/testing/organization";
import { readAuditExportPage } from "./export-audit-events";
import { listAuditEvents } from "./list-audit-events";
import { recordAuditEvents } from "./record-audit-events";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => owner.client.end());

let organization: TestOrganization;
let anna: TestPerson;
beforeEach(async () => {
  organization = await createOrganization(owner.tables);
  anna = await createPerson(
    owner.tables,
    organization.id,
    "staff",
    `anna-${organization.mark}@utility.example`,
  );
  await record(organization.admin, "session.ended", organization.admin);
  await record(anna, "session.started", anna);
  await record(organization.admin, "member.suspended", anna);
  await record(anna, "session.ended", organization.staff);
});

const admin = () => actorOf(organization.admin);

const record = (
  actor: TestPerson,
  action: "session.started" | "session.ended" | "member.suspended",
  target: TestPerson,
) =>
  database().write(organization.id, (transaction) =>
    recordAuditEvents(transaction, actorOf(actor), [
      { action, target: { type: "user", id: target.id } },
    ]),
  );

const actions = async (input: Record<string, string>) =>
  (await listAuditEvents.from(admin(), input)).rows.map(({ action }) => action);

describe("events of a person", () => {
  it("are what they did and what concerns them, in order and each once", async () => {
    expect(await actions({ person: anna.email })).toEqual([
      "session.ended",
      "member.suspended",
      "session.started",
    ]);
    expect(await actions({ person: anna.id, direction: "asc", size: "2" })).toEqual([
      "session.started",
      "member.suspended",
    ]);
  });

  it("can be one of the two only", async () => {
    expect(await actions({ person: anna.email, personAs: "actor" })).toEqual([
      "session.ended",
      "session.started",
    ]);
    expect(await actions({ person: anna.email, personAs: "concerned" })).toEqual([
      "member.suspended",
      "session.started",
    ]);
  });

  it("page without losing or repeating one", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAuditEvents(admin(), { person: anna.email, size: 1, cursor });
      seen.push(...page.rows.map(({ action }) => action));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(["session.ended", "member.suspended", "session.started"]);
  });

  it("are found for a former member, and none for words that no member has", async () => {
    await removeMember(admin(), { id: anna.id, reason: "Has left" });
    const page = await listAuditEvents(admin(), { person: anna.email });
    expect(page.people).toMatchObject([{ id: anna.id, isFormer: true }]);
    expect(page.rows.map(({ action }) => action)).toContain("member.removed");
    expect(await actions({ person: "nobody-of-this-name" })).toEqual([]);
  });
});

it("takes several actions at once, and with a person in the list and in the export", async () => {
  const input = { action: "session.started,member.suspended" };
  expect(await actions(input)).toEqual(["member.suspended", "session.started"]);
  const both = { ...input, person: anna.email };
  expect(await actions(both)).toEqual(["member.suspended", "session.started"]);
  const exported = await readAuditExportPage(admin(), both);
  expect(exported.map(({ action }) => action)).toEqual(["session.started", "member.suspended"]);
  expect(await readAuditExportPage(admin(), { ...input, person: "nobody-of-this-name" })).toEqual(
    [],
  );
});

it("refuses an action that does not exist among several", async () => {
  await expect(
    listAuditEvents(admin(), { action: "session.started,never.was" }),
  ).rejects.toMatchObject({ name: "Invalid" });
});
