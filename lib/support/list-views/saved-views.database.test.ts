import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { departures } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { removeMember } from "@/lib/team/members/remove-member";
import {
  actorOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { createSavedView, deleteSavedView, listSavedViews } from "./saved-views";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const admin = () => actorOf(organization.admin);
const staff = () => actorOf(organization.staff);
const view = {
  list: "end-user",
  name: "With devices",
  parameters: "devices=any&cursor=x",
} as const;
const names = async (actor: ReturnType<typeof admin>) =>
  (await listSavedViews(actor, { list: "end-user" })).map(({ name }) => name);

it("keeps a view for its owner or for the team, with its number", async () => {
  await createSavedView(staff(), view);
  await createSavedView(staff(), { ...view, name: "Shared", isShared: true });
  expect(await names(staff())).toEqual(["Shared", "With devices"]);
  expect(await listSavedViews(admin(), { list: "end-user" })).toMatchObject([
    { name: "Shared", parameters: "devices=any", count: 1, isDeletable: true },
  ]);
  expect(await listSavedViews(admin(), { list: "device" })).toEqual([]);
});

it("refuses a name twice, and what the list would not take", async () => {
  await createSavedView(staff(), view);
  await expect(createSavedView(staff(), view)).rejects.toMatchObject({
    fields: { name: "savedViewTaken" },
  });
  await createSavedView(admin(), view);
  await expect(
    createSavedView(staff(), { ...view, name: "Other", parameters: "sort=password_hash" }),
  ).rejects.toMatchObject({ fields: { parameters: "format" } });
});

it("is deleted by its owner, and a shared one by an admin", async () => {
  const own = await createSavedView(admin(), { ...view, name: "Private" });
  const shared = await createSavedView(admin(), { ...view, name: "Shared", isShared: true });
  await expect(deleteSavedView(staff(), { id: own.id })).rejects.toThrow(NotFound);
  await expect(deleteSavedView(staff(), { id: shared.id })).rejects.toThrow(Forbidden);
  const ofStaff = await createSavedView(staff(), { ...view, name: "Third", isShared: true });
  await deleteSavedView(admin(), { id: ofStaff.id });
  await deleteSavedView(admin(), { id: own.id });
  expect(await names(admin())).toEqual(["Shared"]);
});

it("goes on under somebody else when its owner leaves, unless it was private", async () => {
  const leaver = await createPerson(tables, organization.id, "staff", "leaver@utility.example");
  await createSavedView(actorOf(leaver), { ...view, name: "Shared", isShared: true });
  await createSavedView(actorOf(leaver), { ...view, name: "Private" });
  const { departureId } = await removeMember(admin(), {
    id: leaver.id,
    reason: "Takes another post",
  });
  const [summary] = await tables.select().from(departures).where(eq(departures.id, departureId));
  expect(summary).toMatchObject({ handedOverViews: 1 });
  expect(await names(staff())).toEqual(["Shared"]);
  expect(await names(admin())).toEqual(["Shared"]);
});
