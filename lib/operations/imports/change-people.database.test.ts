import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { auditDetails, auditEvents, users } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { getImport, listImportProblems } from "./read-imports";
import { workOnImport } from "./resume-imports";
import { checkImport, createImport, runImport } from "./write-import";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
let agent: Member;
beforeEach(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
  const { endUser, otherEndUser } = organization;
  await tables
    .update(users)
    .set({ externalUserId: "K-1", firstName: "Eva", town: "Linz" })
    .where(eq(users.id, endUser.id));
  await tables
    .update(users)
    .set({ externalUserId: "K-2", town: "Graz" })
    .where(eq(users.id, otherEndUser.id));
});

async function check(lines: string[], existing: "refuse" | "update" = "update"): Promise<string> {
  const content = ["email,external_user_id,first_name,town,phone", ...lines].join("\n");
  const { id } = await createImport(agent, {
    kind: "end-user",
    fileName: "list.csv",
    content: Buffer.from(content),
  });
  const { mapping } = await getImport(agent, { id });
  await checkImport(agent, { id, mapping, existing });
  await work(id);
  return id;
}

const work = (id: string) => workOnImport(systemActor(organization.id, "job"), id, 60_000);

async function run(id: string) {
  await runImport(agent, { id, scope: "good" });
  await work(id);
  return getImport(agent, { id });
}

const problemsOf = async (id: string) =>
  (await listImportProblems(agent, { id })).rows.map(({ line, problems }) => [line, problems]);

const personOf = async (id: string) => {
  const [person] = await tables.select().from(users).where(eq(users.id, id));
  return person;
};

const changesOf = async (id: string) =>
  (
    await tables
      .select({ changes: auditDetails.changes })
      .from(auditEvents)
      .innerJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
      .where(and(eq(auditEvents.targetId, id), eq(auditEvents.action, "end-user.updated")))
  ).map(({ changes }) => changes);

it("changes who is there, by number or address, and adds the others", async () => {
  const { endUser, otherEndUser } = organization;
  const id = await check([
    `new-${organization.mark}@home.example,K-1,,Wels,`,
    `${otherEndUser.email.toUpperCase()},,Mia,,+43 1 2345678`,
    `third-${organization.mark}@home.example,K-3,Lea,Wien,`,
  ]);
  expect(await getImport(agent, { id })).toMatchObject({ faultyCount: 0, changingCount: 2 });
  expect(await run(id)).toMatchObject({ state: "done", doneCount: 3 });

  // What the row leaves empty is as it was.
  expect(await personOf(endUser.id)).toMatchObject({
    email: `new-${organization.mark}@home.example`,
    firstName: "Eva",
    town: "Wels",
    version: 2,
  });
  expect(await personOf(otherEndUser.id)).toMatchObject({
    externalUserId: "K-2",
    firstName: "Mia",
    town: "Graz",
    phone: expect.stringContaining("43"),
  });
  const [changes] = await changesOf(endUser.id);
  expect(changes).toMatchObject({
    town: { before: "Linz", after: "Wels" },
    import: { after: id },
  });
  expect(Object.keys(changes ?? {}).sort()).toEqual(["email", "import", "town"]);
  const [third] = await tables.select().from(users).where(eq(users.externalUserId, "K-3"));
  expect(third).toMatchObject({ organizationId: organization.id, firstName: "Lea" });
});

it("leaves alone what says nothing new, and may be done again", async () => {
  const lines = [`${organization.endUser.email},K-1,Eva,Linz,`];
  expect(await run(await check(lines))).toMatchObject({ state: "done", doneCount: 1 });
  expect(await run(await check(lines))).toMatchObject({ state: "done", doneCount: 1 });
  expect((await personOf(organization.endUser.id))?.version).toBe(1);
  expect(await changesOf(organization.endUser.id)).toEqual([]);
});

it("names rows about one person, and addresses and numbers of others", async () => {
  const { endUser, otherEndUser, staff } = organization;
  const id = await check([
    `a-${organization.mark}@home.example,K-1,,,`,
    `${endUser.email},K-9,,,`,
    `${endUser.email},K-2,,,`,
    `${staff.email},,,,`,
  ]);
  expect(await problemsOf(id)).toEqual([
    [3, { email: "emailTaken" }],
    [4, { email: "emailTaken" }],
    [5, { email: "emailTaken" }],
  ]);
  await run(id);
  expect(await personOf(otherEndUser.id)).toMatchObject({ email: otherEndUser.email, version: 1 });
  expect(await personOf(staff.id)).toMatchObject({ role: "staff", version: 1 });
});

it("is a problem where that is not asked for, also when it was asked for before", async () => {
  const lines = [`${organization.endUser.email},K-1,Ida,,`];
  const id = await check(lines);
  const { mapping } = await getImport(agent, { id });
  await checkImport(agent, { id, mapping, existing: "refuse" });
  await work(id);
  expect(await getImport(agent, { id })).toMatchObject({ faultyCount: 1, changingCount: 0 });
});

it("refuses a row whose address or end-user went to somebody else in between", async () => {
  const { endUser, otherEndUser } = organization;
  const wanted = `wanted-${organization.mark}@home.example`;
  const id = await check([`${wanted},K-1,,,`, `${otherEndUser.email},K-2,Mia,,`]);
  await tables.update(users).set({ email: wanted }).where(eq(users.id, organization.staff.id));
  await tables.update(users).set({ deletedAt: new Date() }).where(eq(users.id, otherEndUser.id));
  expect(await run(id)).toMatchObject({ state: "done", doneCount: 0, faultyCount: 2 });
  expect(await personOf(endUser.id)).toMatchObject({ email: endUser.email, version: 1 });
});
