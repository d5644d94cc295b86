import { afterAll, expect, it } from "vitest";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";
import { confirmReading } from "./confirm-reading";
import { getHandbookEntry } from "./get-handbook-entry";
import { createHandbookEntry } from "./write-handbook-entry";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

it("leads from one required entry to the next that is not confirmed, and then nowhere", async () => {
  const organization = await createOrganization(tables);
  const admin = actorOf(organization.admin);
  const reader = actorOf(organization.staff);
  const write = (title: string, given: object = {}) =>
    createHandbookEntry(admin, {
      title,
      body: "Read this.",
      category: "training",
      audience: "team",
      isRequired: true,
      ...given,
    });
  const first = await write("A first step");
  const second = await write("B second step");
  await write("C not required", { isRequired: false });
  await write("D for admins", { audience: "admins" });
  const nextAfter = async (id: string) => (await getHandbookEntry(reader, { id })).nextRequired;
  expect(await nextAfter(second.id)).toBeUndefined();
  await confirmReading(reader, { id: second.id });
  expect(await nextAfter(second.id)).toMatchObject({ id: first.id, title: "A first step" });
  await confirmReading(reader, { id: first.id });
  expect(await nextAfter(first.id)).toBeUndefined();
});
