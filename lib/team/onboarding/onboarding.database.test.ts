import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { organizations, outgoingMails } from "@/db/schema";
import { holdClock } from "@/lib/core/clock";
import { updateOwnAccount } from "@/lib/identity/account/update-own-account";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addAuthenticator, addHandbookEntry, inviteSomebody } from "@/testing/records/team";
import { confirmReading } from "../handbook/confirm-reading";
import { getHandbookEntry } from "../handbook/get-handbook-entry";
import { listHandbookEntries } from "../handbook/list-handbook-entries";
import {
  addStarterEntries,
  createHandbookEntry,
  updateHandbookEntry,
} from "../handbook/write-handbook-entry";
import { getTeamMember } from "../members/get-team-member";
import { listTeamMembers } from "../members/list-team-members";
import { nudgeMember } from "./nudge-member";
import { confirmOwnAccess, getOwnOnboarding } from "./own-onboarding";

const owner = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(owner.tables, "a hash");
});
afterEach(() => holdClock());
afterAll(() => owner.client.end());

const staff = () => actorOf(organization.staff);
const admin = () => actorOf(organization.admin);

async function openSteps(): Promise<string[]> {
  const steps = (await getOwnOnboarding(staff(), {})) ?? [];
  return steps.filter((step) => !step.isDone).map((step) => step.name);
}

const entry = {
  title: "Calls",
  body: "Be kind.",
  category: "procedure",
  audience: "team",
  isRequired: true,
} as const;

describe("onboarding", () => {
  it("goes on with what the member does, and is over when all is done", async () => {
    await owner.tables
      .update(organizations)
      .set({ secondFactorRule: "team" })
      .where(eq(organizations.id, organization.id));
    const { id } = await createHandbookEntry(admin(), entry);
    const open = ["profileConfigured", "secondFactorSet", "handbookRead", "accessVerified"];
    expect(await openSteps()).toEqual(open);
    await updateOwnAccount(staff(), {
      firstName: "Robin",
      lastName: "Falk",
      phone: "",
      language: "en",
      timeZone: "Europe/Vienna",
    });
    expect(await openSteps()).toEqual(open.slice(1));
    await addAuthenticator(organization.staff, owner.tables);
    expect(await openSteps()).toEqual(open.slice(2));
    await confirmReading(staff(), { id });
    expect(await openSteps()).toEqual(open.slice(3));
    await confirmOwnAccess(staff(), {});
    expect(await getOwnOnboarding(staff(), {})).toBeUndefined();
  });

  it("shows admins who is stuck and where, in the list and on the page", async () => {
    const invited = await inviteSomebody(organization, owner.tables);
    const { rows } = await listTeamMembers(admin(), {});
    const row = rows.find(({ id }) => id === invited.id);
    const open = (steps: { name: string; isDone: boolean }[]) =>
      steps.filter((step) => !step.isDone).map((step) => step.name);
    expect(open(row?.onboarding ?? [])).toContain("passwordSet");
    const member = await getTeamMember(admin(), { id: organization.staff.id });
    expect(open(member.onboarding)).toEqual(["profileConfigured", "accessVerified"]);
  });

  it("is reminded of once a day, while something is open", async () => {
    const nudge = () => nudgeMember(admin(), { id: organization.staff.id });
    await nudge();
    await expect(nudge()).rejects.toMatchObject({ problem: "nudgedRecently" });
    holdClock(new Date(Date.now() + 86_400_001));
    await nudge();
    const mails = await owner.tables
      .select({ template: outgoingMails.template })
      .from(outgoingMails)
      .where(eq(outgoingMails.userId, organization.staff.id));
    expect(mails.map(({ template }) => template)).toEqual(["onboarding-nudge", "onboarding-nudge"]);
    const invited = await inviteSomebody(organization, owner.tables);
    await expect(nudgeMember(admin(), { id: invited.id })).rejects.toMatchObject({
      problem: "notActive",
    });
  });
});

describe("the handbook", () => {
  it("asks to read again only when the writer says so", async () => {
    const { id } = await createHandbookEntry(admin(), entry);
    await confirmReading(staff(), { id });
    await updateHandbookEntry(admin(), { ...entry, id, version: 1, body: "Be kind!" });
    expect((await getHandbookEntry(staff(), { id })).readAt).toBeInstanceOf(Date);
    await updateHandbookEntry(admin(), {
      ...entry,
      id,
      version: 2,
      body: "Be kind, and quick.",
      asksAgain: "on",
    });
    expect((await getHandbookEntry(staff(), { id })).readAt).toBeUndefined();
    const { revisions } = await getHandbookEntry(admin(), { id });
    expect(revisions.map(({ revision, body }) => [revision, body])).toEqual([
      [3, "Be kind, and quick."],
      [2, "Be kind!"],
      [1, "Be kind."],
    ]);
  });

  it("loses nothing when two write at once", async () => {
    const { id } = await createHandbookEntry(admin(), entry);
    const write = (body: string) =>
      updateHandbookEntry(admin(), { ...entry, id, version: 1, body });
    const results = await Promise.allSettled([write("One"), write("Two")]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await getHandbookEntry(admin(), { id })).revision).toBe(2);
  });

  it("hides from staff what is for admins, in the list, by its address and in onboarding", async () => {
    const id = await addHandbookEntry(organization, owner.tables, {
      audience: "admins",
      isRequired: true,
      title: "Departures",
    });
    expect((await listHandbookEntries(staff(), {})).rows).toEqual([]);
    expect((await listHandbookEntries(admin(), {})).rows).toHaveLength(1);
    await expect(getHandbookEntry(staff(), { id })).rejects.toMatchObject({ name: "NotFound" });
    await expect(confirmReading(staff(), { id })).rejects.toMatchObject({ name: "NotFound" });
    expect(await openSteps()).not.toContain("handbookRead");
  });

  it("is searched by words of title and text, accents or not", async () => {
    await createHandbookEntry(admin(), { ...entry, title: "Störung", body: "Öfen fallen aus" });
    const found = async (search: string) =>
      (await listHandbookEntries(staff(), { search })).rows.length;
    expect(await found("storung ofen")).toBe(1);
    expect(await found("stromausfall")).toBe(0);
  });

  it("starts with entries about Wattdesk, once", async () => {
    await Promise.all([addStarterEntries(admin(), {}), addStarterEntries(admin(), {})]);
    expect((await listHandbookEntries(admin(), {})).rows).toHaveLength(6);
  });
});
