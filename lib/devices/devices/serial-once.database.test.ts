import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { devices } from "@/db/schema";
import { createBuilding, updateBuilding } from "@/lib/customers/buildings/write-building";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { createDevice } from "./change-device";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});
afterAll(() => client.end());

const addDevice = (manufacturer: string, externalDeviceId: string) =>
  createDevice(actorOf(organization.staff), {
    userId: organization.otherEndUser.id,
    kind: "wallbox",
    manufacturer,
    model: "P30",
    externalDeviceId,
  });

describe("a second device with a serial number of the manufacturer", () => {
  it("is refused, naming the first", async () => {
    const { id } = await addDevice("KEBA", "S-1 4");
    await expect(addDevice("Keba", "s-14")).rejects.toMatchObject({
      existingId: id,
      fields: { externalDeviceId: expect.stringMatching(/^serialTaken:KEBA P30, /) },
    });
    await addDevice("go-e", "S-14");
  });

  it("is refused where the first is from before there were keys", async () => {
    await tables
      .update(devices)
      .set({ manufacturer: "KEBA", externalDeviceId: "S-9", serialKey: null })
      .where(eq(devices.id, organization.deviceId));
    await expect(addDevice("KEBA", "S-9")).rejects.toMatchObject({
      existingId: organization.deviceId,
    });
  });

  it("is refused at the same moment, naming the first", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => addDevice("KEBA", "S-1")),
    );
    const made = results.flatMap((result) =>
      result.status === "fulfilled" ? [result.value.id] : [],
    );
    expect(made).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") {
        expect(result.reason).toMatchObject({ existingId: made[0] });
      }
    }
  });
});

describe("the same building of an end-user a second time", () => {
  const place = { name: "Home", streetAndNumber: "Ringstraße 4", zipCode: "4020" };
  const add = (fields: object) =>
    createBuilding.from(actorOf(organization.staff), {
      userId: organization.otherEndUser.id,
      ...place,
      ...fields,
    });

  it("is refused, also as another spells it", async () => {
    const { id } = await add({});
    await expect(add({ name: "home", streetAndNumber: "Ringstr. 4" })).rejects.toMatchObject({
      existingId: id,
      fields: { name: "buildingTaken:Home" },
    });
    await add({ name: "Garage" });
    await add({ streetAddInfo: "Top 7" });
    await add({ userId: organization.endUser.id });
  });

  it("is refused at the same moment, and by a change", async () => {
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => add({})));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { id } = await add({ name: "Garage" });
    await expect(
      updateBuilding(actorOf(organization.staff), { id, version: 1, name: "HOME" }),
    ).rejects.toMatchObject({ fields: { name: "buildingTaken:Home" } });
  });
});
