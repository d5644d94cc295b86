import { eq, like } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { mailTexts, notes, outgoingMails } from "@/db/schema";
import { holdClock } from "@/lib/core/clock";
import { Conflict, NotFound } from "@/lib/core/errors";
import { runDiagnosis } from "@/lib/support/diagnosis/run-diagnosis";
import {
  actorOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { queueSomeMail } from "@/testing/records/team";
import { addNote, deleteNote } from "../notes/write-note";
import { addTag } from "../tags/write-tags";
import { readTimeline } from "./read-timeline";
import { updateEndUser } from "./update-end-user";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});
const agent = () => actorOf(organization.staff);
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

async function addNoteAt(minutes: number, body: string) {
  holdClock(minutesAgo(minutes));
  const { id } = await addNote(agent(), { userId: organization.endUser.id, body });
  holdClock();
  return id;
}

it("merges notes and events, the latest first, and can show one kind", async () => {
  const { endUser } = organization;
  await addNoteAt(3, "Called first");
  holdClock(minutesAgo(2));
  await updateEndUser(agent(), {
    id: endUser.id,
    version: 1,
    email: endUser.email,
    lastName: "Neumann",
  });
  await addNoteAt(1, "Called again");
  await queueSomeMail(organization, tables);
  const { entries, next } = await readTimeline(agent(), { id: endUser.id });
  expect(entries.map(({ kind }) => kind)).toEqual(["note", "event", "note"]);
  expect(entries[1]).toMatchObject({ action: "end-user.updated" });
  expect(next).toBeUndefined();
  const only = await readTimeline(agent(), { id: endUser.id, kind: "note" });
  expect(only.entries).toMatchObject([{ body: "Called again" }, { body: "Called first" }]);
});

it("pages back to the beginning without a gap or a repeat", async () => {
  const { endUser } = organization;
  for (let count = 45; count > 0; count--) await addNoteAt(count, `Note ${count}`);
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const page = await readTimeline(agent(), { id: endUser.id, before, kind: "note" });
    seen.push(...page.entries.map((entry) => (entry.kind === "note" ? entry.body : "")));
    before = page.next;
  } while (before);
  expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => `Note ${index + 1}`));
});

it("keeps what happened in the same moment on one page", async () => {
  for (let count = 0; count < 3; count++) await addNoteAt(60, `Same moment ${count}`);
  for (let count = 19; count > 0; count--) await addNoteAt(count, `Later ${count}`);
  await tables
    .update(notes)
    .set({ createdAt: minutesAgo(60) })
    .where(like(notes.body, "Same moment%"));
  const page = await readTimeline(agent(), { id: organization.endUser.id, kind: "note" });
  expect(page.entries).toHaveLength(22);
  expect(page.next).toBeUndefined();
});

it("lets authors and admins delete a note, and nobody else", async () => {
  const id = await addNoteAt(1, "Mine");
  const other = await createPerson(tables, organization.id, "staff", "other@utility.example");
  await expect(deleteNote(actorOf(other), { id })).rejects.toEqual(new Conflict("notOwnNote"));
  const { entries } = await readTimeline(actorOf(other), { id: organization.endUser.id });
  expect(entries).toMatchObject([{ kind: "note", isDeletable: false }]);
  await deleteNote(agent(), { id });
  expect(await tables.select().from(notes).where(eq(notes.id, id))).toEqual([]);
  await expect(deleteNote(agent(), { id })).rejects.toBeInstanceOf(NotFound);
  const adminsTarget = await addNoteAt(1, "Another");
  await deleteNote(actorOf(organization.admin), { id: adminsTarget });
});

it("takes no note about somebody of the team, or of elsewhere", async () => {
  const stranger = await createOrganization(tables);
  for (const userId of [organization.admin.id, stranger.endUser.id]) {
    await expect(addNote(agent(), { userId, body: "Hm" })).rejects.toBeInstanceOf(NotFound);
  }
});

it("tells the tag of a change, and old and new values to those who may read the audit log", async () => {
  const { endUser, admin } = organization;
  await addTag(agent(), { id: endUser.id, tag: "Early bird" });
  await updateEndUser(agent(), {
    id: endUser.id,
    version: 1,
    email: endUser.email,
    lastName: "Neumann",
  });
  const seenBy = async (actor: ReturnType<typeof agent>) =>
    (await readTimeline(actor, { id: endUser.id, kind: "event" })).entries;
  expect(await seenBy(agent())).toMatchObject([
    { action: "end-user.updated", fields: ["lastName"], changes: undefined },
    { action: "end-user.tagged", fields: [], tag: "Early bird" },
  ]);
  expect(await seenBy(actorOf(admin))).toMatchObject([
    { changes: { lastName: { after: "Neumann" } } },
    { changes: {}, tag: "Early bird" },
  ]);
});

it("tells how many problems a diagnosis found", async () => {
  const { endUser } = organization;
  await runDiagnosis(agent(), { userId: endUser.id });
  const { entries } = await readTimeline(agent(), { id: endUser.id, kind: "event" });
  expect(entries).toMatchObject([
    { action: "diagnosis.run", fields: [], problems: expect.any(Number) },
  ]);
});

it("names the subject of a mail, also by the organization's own text", async () => {
  const { endUser, id: organizationId } = organization;
  const mail = async (template: "reconnection" | "password-changed", parameters: object) => {
    await tables.insert(outgoingMails).values({
      ...{ organizationId, id: uuidv7(), userId: endUser.id, template, language: "en" },
      ...{ recipient: endUser.email ?? "", parameters: JSON.stringify(parameters) },
    });
  };
  const names = { organizationName: "City", recipientName: "Anna" };
  await mail("password-changed", names);
  await mail("reconnection", { ...names, deviceName: "Nibe S2125-8", manufacturer: "Nibe" });
  await mail("reconnection", {});
  await tables.insert(mailTexts).values({
    ...{ organizationId, template: "password-changed", language: "en" },
    ...{ subject: "New password at {organizationName}", body: "Hello", closing: "Bye" },
  });
  const { entries } = await readTimeline(agent(), { id: endUser.id, kind: "mail" });
  const subjects = entries.map((entry) => (entry.kind === "mail" ? entry.subject : "none"));
  expect(subjects).toEqual([
    undefined,
    expect.stringContaining("Nibe S2125-8"),
    "New password at City",
  ]);
});
