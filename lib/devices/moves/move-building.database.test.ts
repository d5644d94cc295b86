import { and, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { buildings, devices, energyContracts } from "@/db/schema";
import { Conflict, Invalid, NotFound } from "@/lib/core/errors";
import { createBuilding } from "@/lib/customers/buildings/write-building";
import { createEndUser } from "@/lib/customers/end-users/create-end-user";
import { getEndUser } from "@/lib/customers/end-users/get-end-user";
import { createEnergyContract } from "@/lib/customers/energy-contracts/write-energy-contract";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { createDevice } from "../devices/change-device";
import { getDevice } from "../devices/get-device";
import { updateDevice } from "../devices/update-device";
import { moveBuilding } from "./move-building";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

const meterId = "AT0010000000000000001000000001234";
let organization: TestOrganization;
let agent: ReturnType<typeof actorOf>;
let house: string;
beforeEach(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff);
  const { id: userId } = organization.endUser;
  house = (
    await createBuilding(agent, {
      userId,
      name: "House",
      streetAndNumber: "Hauptplatz 1",
      country: "AT",
    })
  ).id;
  await createEnergyContract(agent, {
    userId,
    buildingId: house,
    meterId,
    supplier: "Alpenstrom",
    validFrom: "2024-01-01",
  });
  for (const [kind, model] of [
    ["heat_pump", "aroTHERM"],
    ["electric_vehicle", "ID.3"],
  ] as const) {
    const device = { userId, kind, manufacturer: "Maker", model, externalDeviceId: `S-${model}` };
    await createDevice(agent, { ...device, buildingId: house, settings: {} });
  }
});

const living = async (userId: string) => ({
  devices: await tables
    .select()
    .from(devices)
    .where(
      and(eq(devices.userId, userId), isNull(devices.deletedAt), eq(devices.manufacturer, "Maker")),
    ),
  buildings: await tables
    .select()
    .from(buildings)
    .where(
      and(eq(buildings.userId, userId), isNull(buildings.deletedAt), eq(buildings.name, "House")),
    ),
  contracts: await tables
    .select()
    .from(energyContracts)
    .where(
      and(
        eq(energyContracts.userId, userId),
        isNull(energyContracts.deletedAt),
        eq(energyContracts.meterId, meterId),
      ),
    ),
});

it("hands house, meter points and devices over, and leaves history and vehicle behind", async () => {
  const { endUser, otherEndUser } = organization;
  const firstDay = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10);
  const lastDay = new Date(Date.now() - 11 * 86_400_000).toISOString().slice(0, 10);
  const before = await living(endUser.id);
  const { id } = await moveBuilding(agent, { id: house, newOwner: otherEndUser.email, firstDay });

  const theirs = await living(otherEndUser.id);
  expect(theirs.buildings).toMatchObject([{ id, streetAndNumber: "Hauptplatz 1" }]);
  expect(theirs.contracts).toMatchObject([
    { buildingId: id, validFrom: firstDay, validUntil: null, supplier: null, energyPrices: [] },
  ]);
  expect(theirs.devices).toMatchObject([
    {
      kind: "heat_pump",
      buildingId: id,
      connectionState: "pending",
      externalDeviceId: "S-aroTHERM",
    },
  ]);
  const rest = await living(endUser.id);
  expect(rest.buildings).toEqual([]);
  expect(rest.contracts).toMatchObject([{ supplier: "Alpenstrom", validUntil: lastDay }]);
  expect(rest.devices).toMatchObject([{ kind: "electric_vehicle", buildingId: null }]);
  // The row that the readings belong to stays the former owner's.
  const pump = before.devices.find(({ kind }) => kind === "heat_pump");
  const [former] = await tables
    .select()
    .from(devices)
    .where(eq(devices.id, pump?.id ?? ""));
  expect(former).toMatchObject({ userId: endUser.id, deletedAt: expect.any(Date) });
});

it("hands 500 devices over at once, and says how many it takes where there are more", async () => {
  const { endUser, otherEndUser } = organization;
  const addPumps = (count: number, from: number) =>
    tables.execute(sql`
      insert into devices (organization_id, id, user_id, building_id, kind, manufacturer, model)
      select ${organization.id}, gen_random_uuid(), ${endUser.id}, ${house}, 'heat_pump', 'Maker', 'M' || n
      from generate_series(${from}::int, ${from + count - 1}::int) n`);
  await addPumps(500, 1);
  const move = () => moveBuilding(agent, { id: house, newOwner: otherEndUser.id });
  await expect(move()).rejects.toEqual(new Conflict("tooManyMovedDevices"));
  expect((await living(otherEndUser.id)).buildings).toEqual([]);
  await tables
    .update(devices)
    .set({ buildingId: null })
    .where(and(eq(devices.buildingId, house), eq(devices.model, "M1")));
  await move();
  expect((await living(otherEndUser.id)).devices).toHaveLength(500);
});

it("does it once of twenty at once", async () => {
  const { otherEndUser } = organization;
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      moveBuilding(agent, { id: house, newOwner: otherEndUser.id, withVehicles: "on" }),
    ),
  );
  const refused = tries.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(refused).toEqual(Array.from({ length: 19 }, () => new NotFound()));
  expect((await living(otherEndUser.id)).devices).toHaveLength(2);
});

it("names an unknown, the present and an ambiguous owner, and days that are too far away", async () => {
  const { endUser, otherEndUser } = organization;
  const move = (newOwner: string, firstDay = "") =>
    moveBuilding(agent, { id: house, newOwner, firstDay });
  await expect(move("nobody")).rejects.toEqual(new Invalid({ newOwner: "noSuchEndUser" }));
  await expect(move(endUser.email)).rejects.toEqual(new Invalid({ newOwner: "sameOwner" }));
  await expect(move(organization.staff.email)).rejects.toEqual(
    new Invalid({ newOwner: "noSuchEndUser" }),
  );
  await expect(move(otherEndUser.id, "2999-01-01")).rejects.toMatchObject({
    fields: { firstDay: expect.stringContaining("tooFarAhead:") },
  });
  await expect(move(otherEndUser.id, "1999-01-01")).rejects.toMatchObject({
    fields: { firstDay: expect.stringContaining("tooLongAgo:") },
  });
  for (const lastName of ["One", "Two"]) {
    await createEndUser(agent, { lastName, email: "shared@home.example", hasAccess: "false" });
  }
  await expect(move("shared@home.example")).rejects.toEqual(
    new Invalid({ newOwner: "addressAmbiguous" }),
  );
});

it("puts a device into another building of its end-user, and into no other", async () => {
  const { endUser, otherEndUser } = organization;
  const [device] = (await living(endUser.id)).devices;
  if (!device) throw new Error("There is no device.");
  const { id } = device;
  await updateDevice(agent, { id, version: device.version, buildingId: organization.buildingId });
  expect(await getDevice(agent, { id })).toMatchObject({ buildingId: organization.buildingId });
  const strange = await createBuilding(agent, { userId: otherEndUser.id, name: "Elsewhere" });
  await expect(
    updateDevice(agent, { id, version: device.version + 1, buildingId: strange.id }),
  ).rejects.toEqual(new Invalid({ buildingId: "choice" }));
  await updateDevice(agent, { id, version: device.version + 1, buildingId: "" });
  expect((await getEndUser(agent, { id: endUser.id })).devices).toContainEqual(
    expect.objectContaining({ id, buildingId: null }),
  );
});
