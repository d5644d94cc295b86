import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { outgoingMails, webhookDeliveries } from "@/db/schema";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addCase } from "@/testing/records/support";
import { addWebhook } from "@/testing/records/webhooks";
import { listAnswerTemplates, saveAnswerTemplate } from "./answer-templates";
import { getCase, listCases, listOpenCases } from "./read-cases";
import { createCase, updateCase } from "./write-case";
import { addCaseNote, answerCase, escalateCase } from "./write-entry";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const agent = () => actorOf(organization.staff);

const mails = () =>
  tables
    .select({ template: outgoingMails.template, recipient: outgoingMails.recipient })
    .from(outgoingMails)
    .where(eq(outgoingMails.organizationId, organization.id));

const opened = () =>
  createCase(agent(), {
    subject: "No hot water",
    priority: "high",
    deviceId: organization.deviceId,
    assigneeId: organization.admin.id,
    note: "Called twice",
  });

describe("a case", () => {
  it("belongs to the device's owner, has a number, and notifies its assignee", async () => {
    const { id, number } = await opened();
    expect(number).toBe(1);
    const found = await getCase(agent(), { id });
    expect(found.customer?.id).toBe(organization.endUser.id);
    expect(found.devices).toHaveLength(1);
    expect(found.entries).toMatchObject([{ kind: "note", body: "Called twice" }]);
    expect(await mails()).toEqual([
      { template: "case-assigned", recipient: organization.admin.email },
    ]);
  });

  it("gets the next number, also when others open one at the same time", async () => {
    const numbers = await Promise.all(Array.from({ length: 5 }, opened));
    expect(numbers.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5]);
  });

  it("waits for the customer once they were answered; the first answer is timed", async () => {
    const { id } = await opened();
    await answerCase(agent(), { id, body: "We are on it." });
    const once = await getCase(agent(), { id });
    expect(once).toMatchObject({ state: "waiting" });
    await answerCase(agent(), { id, body: "Found it." });
    const twice = await getCase(agent(), { id });
    expect(twice.firstAnsweredAt).toEqual(once.firstAnsweredAt);
    expect((await mails()).filter(({ template }) => template === "case-answer")).toEqual([
      { template: "case-answer", recipient: organization.endUser.email },
      { template: "case-answer", recipient: organization.endUser.email },
    ]);
  });

  it("is solved and open again, and says since when", async () => {
    const { id } = await opened();
    const before = await getCase(agent(), { id });
    const fields = { id, subject: before.subject, priority: before.priority };
    await updateCase(agent(), { ...fields, version: 1, state: "solved" });
    expect((await getCase(agent(), { id })).solvedAt).toBeInstanceOf(Date);
    expect(await listOpenCases(agent(), { deviceId: organization.deviceId })).toEqual([]);
    await updateCase(agent(), { ...fields, version: 2, state: "open" });
    expect((await getCase(agent(), { id })).solvedAt).toBeNull();
    await expect(
      updateCase(agent(), { ...fields, version: 2, state: "solved" }),
    ).rejects.toMatchObject({ problem: "changedMeanwhile" });
  });

  it("goes to an admin or to somebody outside, never to both or to none", async () => {
    const { id } = await opened();
    const reason = "Beyond what support may do";
    await escalateCase(agent(), { id, adminId: organization.admin.id, reason });
    expect(await getCase(agent(), { id })).toMatchObject({
      assigneeId: organization.admin.id,
      escalatedAt: expect.any(Date),
    });
    expect(await mails()).toContainEqual({
      template: "case-escalated",
      recipient: organization.admin.email,
    });
    for (const to of [{}, { adminId: organization.admin.id, contact: "Nibe" }]) {
      await expect(escalateCase(agent(), { id, reason, ...to })).rejects.toMatchObject({
        fields: { contact: "adminOrContact" },
      });
    }
    await expect(
      escalateCase(agent(), { id, reason, adminId: organization.staff.id }),
    ).rejects.toMatchObject({ fields: { adminId: "choice" } });
  });

  it("brings a note to a colleague's attention, and only to a colleague's", async () => {
    const { id } = await opened();
    await addCaseNote(agent(), { id, body: "Please look", mentions: organization.admin.id });
    expect(await mails()).toContainEqual({
      template: "case-mention",
      recipient: organization.admin.email,
    });
    await expect(
      addCaseNote(agent(), { id, body: "Please look", mentions: organization.endUser.id }),
    ).rejects.toMatchObject({ fields: { mentions: "choice" } });
  });

  it("answers nobody where it is about nobody", async () => {
    const { id } = await createCase(agent(), { subject: "Phones are down" });
    await expect(answerCase(agent(), { id, body: "Hello" })).rejects.toMatchObject({
      problem: "caseWithoutCustomer",
    });
  });

  it("takes no address that a browser would run", async () => {
    await expect(
      createCase(agent(), { subject: "X", externalLink: "javascript:alert(1)" }),
    ).rejects.toMatchObject({ fields: { externalLink: "webAddress" } });
  });

  it("is told to webhooks that ask for it", async () => {
    await addWebhook(organization, tables, { events: ["case.created"] });
    const { id } = await opened();
    const told = await tables
      .select({ type: webhookDeliveries.type, data: webhookDeliveries.data })
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.organizationId, organization.id));
    expect(told.filter(({ type }) => type === "case.created")).toMatchObject([
      { data: { case_id: id } },
    ]);
  });
});

describe("the list of cases", () => {
  it("searches, filters and pages", async () => {
    for (let number = 1; number <= 30; number++) {
      await addCase(organization, tables, {
        number,
        subject: number % 2 ? `Heating ${number}` : `Car ${number}`,
        priority: number % 3 ? "normal" : "urgent",
        createdAt: new Date(Date.now() - number * 60_000),
      });
    }
    const first = await listCases(agent(), { size: 25 });
    expect(first.rows[0]?.number).toBe(1);
    const second = await listCases(agent(), { size: 25, cursor: first.next });
    expect(second.rows.map(({ number }) => number)).toEqual([26, 27, 28, 29, 30]);
    expect((await listCases(agent(), { search: "heating" })).total.count).toBe(15);
    expect((await listCases(agent(), { search: "#7" })).rows).toMatchObject([{ number: 7 }]);
    expect((await listCases(agent(), { priority: "urgent" })).total.count).toBe(10);
    expect((await listCases(agent(), { assignee: "me" })).rows).toEqual([]);
  });
});

it("keeps each answer under one name", async () => {
  await saveAnswerTemplate(agent(), { name: "Reconnect", body: "Please log in." });
  await expect(
    saveAnswerTemplate(agent(), { name: "Reconnect", body: "Again." }),
  ).rejects.toMatchObject({ fields: { name: "nameTaken" } });
  const [kept] = await listAnswerTemplates(agent(), {});
  await saveAnswerTemplate(agent(), { ...kept, name: "Reconnect", body: "Log in once more." });
  expect(await listAnswerTemplates(agent(), {})).toMatchObject([{ body: "Log in once more." }]);
});
