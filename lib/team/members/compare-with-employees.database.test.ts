import { afterAll, beforeEach, expect, it } from "vitest";
import { Invalid } from "@/lib/core/errors";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { compareWithEmployees } from "./compare-with-employees";
import { exportTeam } from "./export-team";
import { listTeamMembers } from "./list-team-members";
import { setMemberExternalId } from "./set-member-external-id";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const list = (lines: string[]) => Buffer.from(lines.join("\n"));

it("says that the file looks wrong where most of the team is not on it", async () => {
  const { admin } = organization;
  const employees = list(["email;name", "a@elsewhere.example;A", "b@elsewhere.example;B"]);
  expect(await compareWithEmployees(actorOf(admin), { employees })).toMatchObject({
    matched: 0,
    looksWrong: true,
  });
});

it("finds who has left, who has no access, and whose number differs", async () => {
  const { admin, staff } = organization;
  const actor = actorOf(admin);
  await setMemberExternalId(actor, { id: admin.id, externalUserId: "P-1" });
  const compared = await compareWithEmployees(actor, {
    employees: list([
      "external_user_id;email;name",
      `P-2;${admin.email.toUpperCase()};Renumbered`,
      "P-3;new@utility.example;Nina New",
    ]),
  });
  expect(compared.matched).toBe(1);
  expect(compared.gone).toMatchObject([{ id: staff.id, email: staff.email }]);
  expect(compared.differing).toMatchObject([
    { id: admin.id, externalUserId: "P-1", onList: "P-2" },
  ]);
  expect(compared.missing).toEqual([
    { externalUserId: "P-3", email: "new@utility.example", name: "Nina New" },
  ]);
});

it("knows people by their number before their address", async () => {
  const { admin, staff } = organization;
  await setMemberExternalId(actorOf(admin), { id: staff.id, externalUserId: "P-9" });
  const employees = list([
    "personalnummer,e-mail",
    "P-9,married@utility.example",
    `,${admin.email}`,
  ]);
  expect(await compareWithEmployees(actorOf(admin), { employees })).toEqual({
    matched: 2,
    gone: [],
    missing: [],
    differing: [],
    faultyLines: [],
    looksWrong: false,
  });
});

it("keeps a staff number unique, searchable and exported", async () => {
  const { admin, staff, mark } = organization;
  const actor = actorOf(admin);
  await setMemberExternalId(actor, { id: staff.id, externalUserId: `HR-${mark}` });
  await expect(
    setMemberExternalId(actor, { id: admin.id, externalUserId: `HR-${mark}` }),
  ).rejects.toEqual(new Invalid({ externalUserId: "externalUserIdTaken" }));
  const { rows } = await listTeamMembers(actor, { search: `hr-${mark}` });
  expect(rows).toMatchObject([{ id: staff.id, externalUserId: `HR-${mark}` }]);
  expect(await exportTeam(actor, {})).toContainEqual(
    expect.objectContaining({ email: staff.email, externalUserId: `HR-${mark}` }),
  );
  await setMemberExternalId(actor, { id: staff.id, externalUserId: "" });
  expect((await listTeamMembers(actor, { search: `hr-${mark}` })).rows).toEqual([]);
});
