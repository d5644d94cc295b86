import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { outgoingMails, rateLimits, users } from "@/db/schema";
import { decrypt } from "@/lib/core/crypto/encryption";
import { Conflict, Invalid } from "@/lib/core/errors";
import { createOnboardingLink } from "@/lib/devices/connections/create-connect-link";
import { logIn } from "@/lib/identity/auth/log-in";
import { resetPassword } from "@/lib/identity/auth/reset-password";
import {
  actorOf,
  anonymousActor,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { createEndUser } from "./create-end-user";
import { getEndUser } from "./get-end-user";
import { countEndUsers, listEndUsers } from "./list-end-users";
import { endPortalAccess, givePortalAccess } from "./portal-access";
import { updateEndUser } from "./update-end-user";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

const password = "quiet lantern orbits maple";
let organization: TestOrganization;
let agent: ReturnType<typeof actorOf>;
let shared: string;
beforeEach(async () => {
  await tables.delete(rateLimits);
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff);
  shared = `berger-${organization.mark}@home.example`;
});

const create = async (fields: Parameters<typeof createEndUser>[1]) =>
  getEndUser(agent, await createEndUser(agent, fields));

const couple = async () => [
  await create({ firstName: "Anna", lastName: "Berger", email: shared }),
  await create({ firstName: "Hans", lastName: "Berger", email: shared, hasAccess: "false" }),
];

const logInOnce = () =>
  logIn(
    { email: shared, password },
    { requestId: "test", clientAddress: "10.9.8.7", userAgent: "Test" },
  );

/** Opens the link of the latest mail, and sets the password. */
async function setMailedPassword(userId: string) {
  const mails = await tables.select().from(outgoingMails).where(eq(outgoingMails.userId, userId));
  const secret = mails
    .filter(({ template }) => template === "portal-access")
    .at(-1)?.encryptedSecret;
  if (!secret) throw new Error("No mail with a link.");
  const token = decrypt(secret, userId);
  await resetPassword(anonymousActor(organization.id), { token, password });
}

it("keeps customers without an address, known by name, company or number", async () => {
  const josefa = await create({ lastName: "Altmann", phone: "0732 123456" });
  expect(josefa).toMatchObject({ name: "Altmann", email: null, status: "no-access" });
  const bakery = await create({
    companyName: `Bäckerei ${organization.mark} GmbH`,
    firstName: "Maria",
    vatId: "ATU 1358 5627",
  });
  expect(bakery).toMatchObject({
    name: `Bäckerei ${organization.mark} GmbH`,
    vatId: "ATU13585627",
    status: "no-access",
  });
  const { rows } = await listEndUsers(agent, { search: `backerei ${organization.mark}` });
  expect(rows.map(({ id }) => id)).toEqual([bakery.id]);
  await expect(createEndUser(agent, { phone: "0732 123456" })).rejects.toEqual(
    new Invalid({ lastName: "nameless" }),
  );
});

it("keeps a couple with one address, of whom one logs in", async () => {
  const [anna, hans] = await couple();
  expect([anna?.status, hans?.status]).toEqual(["active", "no-access"]);
  await expect(createEndUser(agent, { lastName: "Third", email: shared })).rejects.toEqual(
    new Invalid({ email: "emailTaken" }),
  );
  const { rows } = await listEndUsers(agent, { search: shared });
  expect(rows.map(({ id }) => id).sort()).toEqual([anna?.id, hans?.id].sort());
  const state = "no-access" as const;
  expect(await listEndUsers(agent, { state })).toMatchObject({ rows: [{ id: hans?.id }] });
  expect(await countEndUsers(agent, { state, search: "berger" })).toMatchObject({ count: 1 });
});

it("lets staff be customers of the utility they work for", async () => {
  const { email } = organization.staff;
  await expect(createEndUser(agent, { lastName: "Huber", email })).rejects.toEqual(
    new Invalid({ email: "emailTaken" }),
  );
  const customer = await create({ lastName: "Huber", email, hasAccess: "false" });
  await expect(givePortalAccess(agent, { id: customer.id })).rejects.toEqual(
    new Conflict("emailTaken"),
  );
});

it("gives access by a mail, once nobody else logs in with the address, and ends it", async () => {
  const [anna, hans] = await couple();
  if (!anna || !hans) throw new Error("There is no couple.");
  await expect(givePortalAccess(agent, { id: hans.id })).rejects.toEqual(
    new Conflict("emailTaken"),
  );
  await endPortalAccess(agent, { id: anna.id });
  await endPortalAccess(agent, { id: anna.id });
  await givePortalAccess(agent, { id: hans.id });
  await setMailedPassword(hans.id);
  expect(await logInOnce()).toMatchObject({ kind: "logged-in", role: "user" });
  await expect(givePortalAccess(agent, { id: hans.id })).rejects.toEqual(
    new Conflict("hasPassword"),
  );
  await endPortalAccess(agent, { id: hans.id });
  expect(await logInOnce()).toEqual({ kind: "refused" });
  const [row] = await tables.select().from(users).where(eq(users.id, hans.id));
  expect(row).toMatchObject({ status: "no-access", passwordHash: null, email: shared });
});

it("gives access to one of two who are given it at once", async () => {
  const people = [
    await create({ lastName: "One", email: shared, hasAccess: "false" }),
    await create({ lastName: "Two", email: shared, hasAccess: "false" }),
  ];
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      givePortalAccess(agent, { id: people[index % 2]?.id ?? "" }),
    ),
  );
  const refused = tries.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(refused).toEqual(Array.from({ length: 10 }, () => new Conflict("emailTaken")));
});

it("asks for an address before access and mails, and keeps that of an account", async () => {
  const nobody = await create({ lastName: "Altmann" });
  await expect(givePortalAccess(agent, { id: nobody.id })).rejects.toEqual(
    new Conflict("noAddress"),
  );
  await expect(
    createOnboardingLink(agent, { userId: nobody.id, isMailed: "true" }),
  ).rejects.toEqual(new Conflict("noAddress"));
  expect(await createOnboardingLink(agent, { userId: nobody.id, isMailed: "false" })).toMatchObject(
    { recipient: "Altmann" },
  );

  const known = await create({ lastName: "Berger", email: shared });
  const { id, version } = known;
  await expect(updateEndUser(agent, { id, version, email: "" })).rejects.toEqual(
    new Invalid({ email: "accessNeedsAddress" }),
  );
  await endPortalAccess(agent, { id });
  await updateEndUser(agent, { id, version: version + 1, email: "" });
  await expect(updateEndUser(agent, { id, version: version + 2, lastName: "" })).rejects.toEqual(
    new Invalid({ lastName: "nameless" }),
  );
});
