import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { createOrganization } from "@/db/create-organization";
import { auditEvents, organizations, outgoingMails } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { inviteAdminForOperator } from "@/lib/team/members/invite-team-member";
import { viewInvitation } from "@/lib/team/members/view-invitation";
import { ownerConnection } from "@/testing/organization";

const url = process.env.DATABASE_URL ?? "";
const { client, tables } = ownerConnection(url);
afterAll(() => client.end());

const mark = randomBytes(4).toString("hex");
const wanted = {
  name: "Stadtwerke Test",
  slug: `stadtwerke-${mark}`,
  environment: "production",
  defaultLanguage: "de",
  timeZone: "Europe/Berlin",
} as const;

it("creates an organization once, with its sandbox", async () => {
  const first = await createOrganization(url, wanted);
  expect(first.isNew).toBe(true);
  expect(await createOrganization(url, wanted)).toEqual({ id: first.id, isNew: false });
  const sandbox = await createOrganization(url, {
    ...wanted,
    slug: `${wanted.slug}-sandbox`,
    environment: "sandbox",
    sandboxOf: first.id,
  });
  const [written] = await tables
    .select()
    .from(organizations)
    .where(eq(organizations.id, sandbox.id));
  expect(written).toMatchObject({ environment: "sandbox", sandboxOf: first.id });
});

it("invites its first admin in the organization's own name", async () => {
  const { id } = await createOrganization(url, wanted);
  const actor = systemActor(id, "test");
  const email = `clara-${mark}@utility.example`;
  const { link } = await inviteAdminForOperator(actor, { email });
  const token = link.split("/").at(-1) ?? "";
  const anonymous = {
    kind: "anonymous",
    role: "anonymous",
    organizationId: id,
    requestId: "r",
  } as const;
  expect(await viewInvitation(anonymous, { token })).toMatchObject({
    email,
    role: "admin",
  });
  const [mail] = await tables
    .select()
    .from(outgoingMails)
    .where(eq(outgoingMails.organizationId, id));
  expect(mail).toMatchObject({ template: "invitation", language: "de" });
  expect(JSON.stringify(mail?.parameters)).toContain(wanted.name);
  const [event] = await tables.select().from(auditEvents).where(eq(auditEvents.organizationId, id));
  expect(event).toMatchObject({ action: "invitation.created", actorKind: "system", sequence: 1 });
  await expect(inviteAdminForOperator(actor, { email })).rejects.toMatchObject({
    fields: { email: "emailTaken" },
  });
});
