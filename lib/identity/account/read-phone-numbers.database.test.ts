import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { organizations, users } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { createEndUser } from "@/lib/customers/end-users/create-end-user";
import { updateEndUser } from "@/lib/customers/end-users/update-end-user";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { readPhoneNumbers } from "./read-phone-numbers";
import { updateOwnAccount } from "./update-own-account";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
let agent: Member;
beforeEach(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
});

const phoneOf = async (id: string) => {
  const [person] = await tables
    .select({
      phone: users.phone,
      international: users.phoneInternational,
      country: users.phoneCountry,
    })
    .from(users)
    .where(eq(users.id, id));
  return person;
};

it("stores the number in E.164 beside what was typed, and changes both together", async () => {
  const { id } = await createEndUser(agent, { email: "p@home.example", phone: "0660 7086797" });
  expect(await phoneOf(id)).toEqual({
    phone: "0660 7086797",
    international: "+436607086797",
    country: "AT",
  });
  await updateEndUser(agent, { id, version: 1, town: "Linz" });
  expect(await phoneOf(id)).toMatchObject({ international: "+436607086797" });
  await updateEndUser(agent, { id, version: 2, phone: "12 oder so" });
  expect(await phoneOf(id)).toEqual({ phone: "12 oder so", international: null, country: "AT" });
  await updateEndUser(agent, { id, version: 3, phone: "" });
  expect(await phoneOf(id)).toEqual({ phone: null, international: null, country: null });
});

it("stores the number of a member alike", async () => {
  await updateOwnAccount(agent, { phone: "01 2345678" });
  expect(await phoneOf(organization.staff.id)).toMatchObject({ international: "+4312345678" });
});

it("reads numbers that were stored before, and again when the country is another", async () => {
  const { id } = organization.endUser;
  await tables.update(users).set({ phone: "030 901820" }).where(eq(users.id, id));
  const system = systemActor(organization.id, "job");
  expect(await readPhoneNumbers(system, {})).toEqual({ isMore: false });
  expect(await phoneOf(id)).toMatchObject({ international: "+4330901820", country: "AT" });
  await tables
    .update(organizations)
    .set({ country: "DE" })
    .where(eq(organizations.id, organization.id));
  await readPhoneNumbers(system, {});
  expect(await phoneOf(id)).toMatchObject({ international: "+4930901820", country: "DE" });
  const [person] = await tables.select().from(users).where(eq(users.id, id));
  expect(person?.version).toBe(1);
});
