import { afterAll, beforeAll, expect, it } from "vitest";
import { buildings, cases, devices, energyContracts, smartMeters } from "@/db/schema";
import type { Member } from "@/lib/core/access/actor";
import { listBuildings } from "@/lib/customers/buildings/list-buildings";
import { countEndUsers, listEndUsers } from "@/lib/customers/end-users/list-end-users";
import { listDevices } from "@/lib/devices/devices/list-devices";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let agent: Member;
let ids: { endUser: string; building: string; device: string };

beforeAll(async () => {
  const organization = await createOrganization(tables);
  const owner = { organizationId: organization.id, userId: organization.endUser.id };
  agent = actorOf(organization.staff) as Member;
  await tables
    .insert(energyContracts)
    .values({ ...owner, buildingId: organization.buildingId, meterId: "AT00100000001234567" });
  const [device] = await tables
    .insert(devices)
    .values({
      ...owner,
      kind: "wallbox",
      manufacturer: "KEBA",
      model: "P30",
      externalDeviceId: "SN-2024-771209",
    })
    .returning();
  await tables.insert(devices).values({
    ...owner,
    kind: "wallbox",
    manufacturer: "KEBA",
    model: "P40",
    externalDeviceId: "KEBA775501",
  });
  const [meter] = await tables
    .insert(devices)
    .values({ ...owner, kind: "smart_meter", manufacturer: "Sagemcom", model: "T210-D" })
    .returning();
  await tables.insert(smartMeters).values({
    organizationId: organization.id,
    deviceId: meter?.id ?? "",
    meterId: "AT00300000007654321",
  });
  await tables
    .insert(cases)
    .values({ ...owner, number: 1023, subject: "No heat", createdByName: "A" });
  await tables.insert(buildings).values({
    ...owner,
    name: "Ferienhaus",
    streetAndNumber: "Müllerstraße 9",
    town: "Attersee",
  });
  ids = {
    endUser: organization.endUser.id,
    building: organization.buildingId,
    device: device?.id ?? "",
  };
});

const endUsersBy = async (search: string) =>
  (await listEndUsers(agent, { search })).rows.map(({ id }) => id);

it.each([
  ["a metering point", "AT00100000001234567"],
  ["a metering point in groups", "AT 001000 0000 123 4567"],
  ["a metering point with small letters and dots", "at.001000.00001.234567"],
  ["the end of a metering point", "01234567"],
  ["a serial number", "SN-2024-771209"],
  ["the end of a serial number", "771209"],
  ["a short end of a serial number", "1209"],
  ["a serial number without its hyphens", "SN2024771209"],
  ["the beginning of a serial number without its hyphens", "sn2024"],
  ["a serial number with hyphens that it is stored without", "KEBA-77-5501"],
  ["the metering point of a smart meter", "AT 003000 0000 765 4321"],
  ["a case number", "#1023"],
  ["a case number without its sign", "1023"],
  ["a case number as people say it", "Fall 1023"],
  ["the address of a building", "Muellerstr. 9, Attersee"],
])("finds an end-user by %s: %s", async (_, search) => {
  expect(await endUsersBy(search)).toEqual([ids.endUser]);
  expect(await countEndUsers(agent, { search })).toEqual({ count: 1, isMore: false });
});

it.each(["AT00100000001234567", "AT 001000 0000 123 4567", "771209", "#1023"])(
  "finds the buildings and devices of the owner of %s",
  async (search) => {
    const found = await listBuildings(agent, { search });
    expect(found.rows.map(({ id }) => id)).toContain(ids.building);
    const { rows } = await listDevices(agent, { search });
    expect(rows.map(({ id }) => id)).toContain(ids.device);
  },
);

it("finds only the device whose serial number ends so", async () => {
  const { rows } = await listDevices(agent, { search: "771209" });
  expect(rows.map(({ id }) => id)).toEqual([ids.device]);
});

it.each(["AT00100000001234568", "#1024", "771208", "Muellerstr. 9, Mondsee"])(
  "finds nobody by %s",
  async (search) => {
    expect(await endUsersBy(search)).toEqual([]);
    expect(await countEndUsers(agent, { search })).toEqual({ count: 0, isMore: false });
  },
);
