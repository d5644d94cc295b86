import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { users } from "@/db/schema";
import { listAuditEvents } from "@/lib/platform/audit/list-audit-events";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { listHandbookEntries } from "./handbook/list-handbook-entries";
import { createHandbookEntry } from "./handbook/write-handbook-entry";
import { listTeamMembers } from "./members/list-team-members";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeAll(async () => {
  organization = await createOrganization(tables);
  const admin = actorOf(organization.admin);
  for (const [person, lastName, title] of [
    [organization.admin, "Müller", "Prüfung der Zähler"],
    [organization.staff, "Mueller", "Pruefung der Akten"],
  ] as const) {
    await tables.update(users).set({ lastName }).where(eq(users.id, person.id));
    await createHandbookEntry(admin, {
      title,
      body: "Each quarter.",
      category: "procedure",
      isRequired: false,
      audience: "team",
    });
  }
});

it.each(["müller", "mueller", "MUELLER", "Müller"])("the team is found by %s", async (search) => {
  const { rows } = await listTeamMembers(actorOf(organization.admin), { search });
  expect(rows.map(({ id }) => id).sort()).toEqual(
    [organization.admin.id, organization.staff.id].sort(),
  );
});

it.each(["prüfung", "pruefung"])("handbook and audit log are found by %s", async (search) => {
  const admin = actorOf(organization.admin);
  expect((await listHandbookEntries(admin, { search })).rows).toHaveLength(2);
  expect((await listAuditEvents(admin, { search })).rows).toHaveLength(2);
});
