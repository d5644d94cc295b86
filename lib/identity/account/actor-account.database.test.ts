import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { users } from "@/db/schema";
import { forStreaming } from "@/lib/core/access/actor";
import { readEndUserExportPage } from "@/lib/customers/end-users/list-end-users";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});
afterAll(() => client.end());

it.each([
  ["is suspended", { status: "suspended" as const }, "Unauthenticated"],
  ["is removed", { deletedAt: new Date() }, "Unauthenticated"],
  ["gets another role", { role: "admin" as const }, "Forbidden"],
  ["comes to the end of a temporary access", { accessEndsAt: new Date(0) }, "Unauthenticated"],
])("a download ends when the person who started it %s", async (_, change, name) => {
  const actor = forStreaming(actorOf(organization.staff));
  expect((await readEndUserExportPage(actor, {})).rows).toHaveLength(2);
  await tables.update(users).set(change).where(eq(users.id, organization.staff.id));
  await expect(readEndUserExportPage(actor, {})).rejects.toMatchObject({ name });
});
