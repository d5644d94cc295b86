import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { connectionChanges, devices, organizations } from "@/db/schema";
import { NotFound } from "@/lib/core/errors";
import { getSupportContact } from "@/lib/identity/account/get-support-contact";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { loseDevice } from "@/testing/records/connections";
import { addVehicle } from "@/testing/records/devices";
import { listOwnDevices } from "./list-own-devices";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const ownDevices = () =>
  listOwnDevices(actorOf(organization.endUser), { userId: organization.endUser.id });

it("lists an end-user's own devices with their latest values, and since when they are connected", async () => {
  const { id: organizationId, deviceId, endUser } = organization;
  const vehicle = await addVehicle(organization, tables);
  const gone = await addVehicle(organization, tables);
  await tables.update(devices).set({ deletedAt: new Date() }).where(eq(devices.id, gone));
  const changeAt = (changedAt: string, after: "connected" | "disconnected") => ({
    ...{ organizationId, deviceId, userId: endUser.id, manufacturer: "Nibe" },
    ...{ after, changedAt: new Date(changedAt) },
  });
  await tables
    .insert(connectionChanges)
    .values([
      changeAt("2027-01-01T00:00:00Z", "connected"),
      changeAt("2027-02-01T00:00:00Z", "disconnected"),
      changeAt("2027-03-01T00:00:00Z", "connected"),
    ]);
  const own = await ownDevices();
  expect(own.map(({ id }) => id).toSorted()).toEqual([deviceId, vehicle].toSorted());
  expect(own.find(({ id }) => id === deviceId)?.connectedSince).toEqual(
    new Date("2027-03-01T00:00:00Z"),
  );
  expect(own.find(({ id }) => id === vehicle)?.kindDetails).toHaveProperty("batteryLevel");
});

it("calls the values of a lost device stale", async () => {
  await loseDevice(organization, tables);
  expect(await ownDevices()).toMatchObject([
    { connectionState: "disconnected", areValuesStale: true },
  ]);
});

it("is nobody else's", async () => {
  const other = listOwnDevices(actorOf(organization.otherEndUser), {
    userId: organization.endUser.id,
  });
  await expect(other).rejects.toEqual(new NotFound());
});

it("names the organization and the address for answers as the contact", async () => {
  const contact = () => getSupportContact(actorOf(organization.endUser), {});
  expect(await contact()).toMatchObject({ email: null });
  await tables
    .update(organizations)
    .set({ mailReplyTo: "help@utility.example" })
    .where(eq(organizations.id, organization.id));
  expect(await contact()).toMatchObject({ email: "help@utility.example" });
});
