import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { auditEvents, buildings, users } from "@/db/schema";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { updateEndUser } from "../end-users/update-end-user";
import { copyOwnerAddress } from "./copy-owner-address";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

const former = { streetAndNumber: "Hauptstraße 1", zipCode: "4020", town: "Linz", country: "AT" };
const next = { streetAndNumber: "Am Hof 5", zipCode: "1010", town: "Wien" };

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
  const { endUser, buildingId } = organization;
  await tables.update(users).set(former).where(eq(users.id, endUser.id));
  await tables
    .update(buildings)
    .set({ ...former, streetAndNumber: "Hauptstr. 1" })
    .where(eq(buildings.id, buildingId));
});

const agent = () => actorOf(organization.staff);

const move = async (fields: object) => {
  const id = organization.endUser.id;
  const [{ version } = { version: 0 }] = await tables
    .select({ version: users.version })
    .from(users)
    .where(eq(users.id, id));
  return updateEndUser(agent(), { id, version, ...fields });
};

it("names the buildings at the customer's former address, however it is written", async () => {
  const { buildingId } = organization;
  expect((await move(next)).buildingsAtFormerAddress).toEqual([buildingId]);
});

it("names none when the address stays, or the building is elsewhere", async () => {
  expect((await move({ phone: "+43 1 222222" })).buildingsAtFormerAddress).toEqual([]);
  await tables
    .update(buildings)
    .set({ streetAndNumber: "Seestraße 9" })
    .where(eq(buildings.id, organization.buildingId));
  expect((await move(next)).buildingsAtFormerAddress).toEqual([]);
});

it("gives the building the customer's address, once, however many send it", async () => {
  const { id: organizationId, buildingId } = organization;
  await move(next);
  await Promise.all(Array.from({ length: 8 }, () => copyOwnerAddress(agent(), { id: buildingId })));
  const [building] = await tables.select().from(buildings).where(eq(buildings.id, buildingId));
  expect(building).toMatchObject(next);
  const written = and(
    eq(auditEvents.organizationId, organizationId),
    eq(auditEvents.action, "building.updated"),
  );
  expect(await tables.select().from(auditEvents).where(written)).toHaveLength(1);
});
