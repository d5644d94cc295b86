import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { auditEvents } from "@/db/schema";
import type { Member } from "@/lib/core/access/actor";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { getImport } from "./read-imports";
import { checkImport, createImport } from "./write-import";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
let agent: Member;
beforeEach(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
});

async function upload(text: string, uploader = agent) {
  const content = Buffer.from(text);
  return (await createImport(uploader, { kind: "end-user", fileName: "list.csv", content })).id;
}

const chosen = { email: 1, streetAndNumber: [2, 0] };

async function save() {
  const id = await upload("Nummer;Kontakt;Weg\n5;a@home.example;Ring\n");
  await checkImport(agent, { id, mapping: chosen, isMappingSaved: true });
}

it("offers columns that were saved for the next file with the same headings", async () => {
  await save();
  const id = await upload("nummer;Kontakt*;Weg\n7;b@home.example;Platz\n");
  expect(await getImport(agent, { id })).toMatchObject({ mapping: chosen, isMappingSaved: true });
  const other = await upload("Kontakt;Nummer;Weg\nb@home.example;7;Platz\n");
  expect(await getImport(agent, { id: other })).toMatchObject({
    mapping: {},
    isMappingSaved: false,
  });
});

it("keeps them to the organization", async () => {
  await save();
  const foreign = await createOrganization(tables);
  const colleague = actorOf(foreign.staff) as Member;
  const id = await upload("Nummer;Kontakt;Weg\n5;a@home.example;Ring\n", colleague);
  expect(await getImport(colleague, { id })).toMatchObject({ mapping: {}, isMappingSaved: false });
});

it("forgets them when asked, stays as it is when not, and says both in the audit log", async () => {
  await save();
  const id = await upload("Nummer;Kontakt;Weg\n5;a@home.example;Ring\n");
  await checkImport(agent, { id, mapping: { email: 1 } });
  expect((await getImport(agent, { id })).isMappingSaved).toBe(true);
  const again = await upload("Nummer;Kontakt;Weg\n5;a@home.example;Ring\n");
  await checkImport(agent, { id: again, mapping: { email: 1 }, isMappingSaved: false });
  expect((await getImport(agent, { id: again })).isMappingSaved).toBe(false);
  for (const action of ["import.columns-saved", "import.columns-forgotten"] as const) {
    const ofOrganization = eq(auditEvents.organizationId, organization.id);
    expect(
      await tables.$count(auditEvents, and(ofOrganization, eq(auditEvents.action, action))),
    ).toBe(1);
  }
});

it("saves nothing for a file without headings", async () => {
  const id = await upload("a@home.example;4020;Linz\n");
  await checkImport(agent, { id, mapping: { email: 0 }, isMappingSaved: true });
  const next = await upload("b@home.example;8010;Graz\n");
  expect(await getImport(agent, { id: next })).toMatchObject({
    mapping: {},
    isMappingSaved: false,
  });
});
