import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { organizations, outgoingMails, sessions, users } from "@/db/schema";
import { decrypt } from "@/lib/core/crypto/encryption";
import { Conflict, Invalid } from "@/lib/core/errors";
import {
  actorOf,
  anonymousActor,
  createOrganization,
  ownerConnection,
  type TestOrganization,
  type TestPerson,
} from "@/testing/organization";
import { changeOwnAddress, withdrawAddressChange } from "./change-own-address";
import { confirmAddressChange, viewAddressChange } from "./confirm-address";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

/** The tokens that were mailed, by the address they went to. */
async function mailedTokens(person: TestPerson): Promise<Record<string, string>> {
  const mails = await tables
    .select()
    .from(outgoingMails)
    .where(eq(outgoingMails.userId, person.id));
  return Object.fromEntries(
    mails.flatMap(({ recipient, encryptedSecret }) =>
      encryptedSecret ? [[recipient, decrypt(encryptedSecret, person.id)]] : [],
    ),
  );
}

const confirm = (token: string | undefined) =>
  confirmAddressChange(anonymousActor(organization.id), { token: token ?? "" });

async function addressOf(person: TestPerson) {
  const [row] = await tables.select().from(users).where(eq(users.id, person.id));
  return row?.email;
}

it("changes the address once both ends have confirmed, whichever comes first", async () => {
  const { staff } = organization;
  const email = `new-${staff.email}`;
  await changeOwnAddress(actorOf(staff), { email });
  const tokens = await mailedTokens(staff);
  expect(Object.keys(tokens).sort()).toEqual([email, staff.email].sort());

  expect(await confirm(tokens[email])).toEqual({ isWhole: false, newEmail: email });
  expect(await confirm(tokens[email])).toEqual({ isWhole: false, newEmail: email });
  expect(await addressOf(staff)).toBe(staff.email);
  const view = await viewAddressChange(anonymousActor(organization.id), {
    token: tokens[staff.email] ?? "",
  });
  expect(view).toMatchObject({ side: "old", isConfirmed: false, newEmail: email });

  expect(await confirm(tokens[staff.email])).toEqual({ isWhole: true, newEmail: email });
  expect(await addressOf(staff)).toBe(email);
  const [session] = await tables.select().from(sessions).where(eq(sessions.id, staff.sessionId));
  expect(session?.revokedReason).toBe("address_changed");
  await expect(confirm(tokens[staff.email])).rejects.toEqual(new Conflict("linkSpent"));
});

it("does nothing by a link that was withdrawn or replaced", async () => {
  const { staff } = organization;
  await changeOwnAddress(actorOf(staff), { email: `one-${staff.email}` });
  const first = await mailedTokens(staff);
  await changeOwnAddress(actorOf(staff), { email: `two-${staff.email}` });
  await expect(confirm(first[`one-${staff.email}`])).rejects.toEqual(new Conflict("linkSpent"));
  const second = await mailedTokens(staff);
  await withdrawAddressChange(actorOf(staff), {});
  await expect(confirm(second[`two-${staff.email}`])).rejects.toEqual(new Conflict("linkSpent"));
});

it("keeps members to the allowed domains and to unused addresses", async () => {
  const { staff, admin } = organization;
  await expect(changeOwnAddress(actorOf(staff), { email: admin.email })).rejects.toEqual(
    new Invalid({ email: "emailTaken" }),
  );
  await expect(changeOwnAddress(actorOf(staff), { email: staff.email })).rejects.toEqual(
    new Invalid({ email: "sameAddress" }),
  );
  await tables
    .update(organizations)
    .set({ allowedEmailDomains: ["utility.example"] })
    .where(eq(organizations.id, organization.id));
  await expect(changeOwnAddress(actorOf(staff), { email: "me@elsewhere.example" })).rejects.toEqual(
    new Invalid({ email: "emailDomain:utility.example" }),
  );
});

it("checks the domains again when the change is made", async () => {
  const { staff } = organization;
  const email = "me@elsewhere.example";
  await changeOwnAddress(actorOf(staff), { email });
  const tokens = await mailedTokens(staff);
  await confirm(tokens[email]);
  await tables
    .update(organizations)
    .set({ allowedEmailDomains: ["utility.example"] })
    .where(eq(organizations.id, organization.id));
  await expect(confirm(tokens[staff.email])).rejects.toEqual(
    new Conflict("emailDomain:utility.example"),
  );
  expect(await addressOf(staff)).toBe(staff.email);
});

it("does not tell an end-user that an address is another's, nor mail that other", async () => {
  const { endUser, otherEndUser } = organization;
  await changeOwnAddress(actorOf(endUser), { email: otherEndUser.email });
  expect(Object.keys(await mailedTokens(endUser))).toEqual([endUser.email]);
});
