import type { Actor } from "../lib/core/access/actor";
import { farTown } from "./big-organization";
import { chooseRecords } from "./chosen-records";

export type Measurement = { name: string; run: () => Promise<unknown>; goal?: number };

/** What is measured on the big organization, each as the use-case that a page calls. */
export async function listMeasurements(admin: Actor): Promise<Measurement[]> {
  const { countEndUsers, listEndUsers } = await import("../lib/customers/end-users/list-end-users");
  const { listBuildings } = await import("../lib/customers/buildings/list-buildings");
  const { listDevices } = await import("../lib/devices/devices/list-devices");
  const { getFleet } = await import("../lib/support/fleet/get-fleet");
  const { getWorkQueue } = await import("../lib/support/work-queue/get-work-queue");
  const { getEndUser } = await import("../lib/customers/end-users/get-end-user");
  const { getBuilding } = await import("../lib/customers/buildings/get-building");
  const { getDevice } = await import("../lib/devices/devices/get-device");

  type EndUsers = Parameters<typeof listEndUsers>[1];
  type Buildings = Parameters<typeof listBuildings>[1];
  type Devices = Parameters<typeof listDevices>[1];
  const list = 15;
  const search = 50;
  const endUsers = (name: string, input: EndUsers, goal = list) => ({
    name: `End-users, ${name}`,
    run: () => listEndUsers(admin, input),
    goal,
  });
  const buildings = (name: string, input: Buildings, goal = list) => ({
    name: `Buildings, ${name}`,
    run: () => listBuildings(admin, input),
    goal,
  });
  const devices = (name: string, input: Devices, goal = list) => ({
    name: `Devices, ${name}`,
    run: () => listDevices(admin, input),
    goal,
  });

  const { cursor, person, building, device } = await chooseRecords(admin);
  return [
    { name: "Home", run: () => getWorkQueue(admin, {}) },
    { name: "Fleet", run: () => getFleet(admin, {}) },
    endUsers("first page", {}),
    endUsers("first page of 100", { size: 100 }),
    endUsers("page 1,000 by cursor", { cursor }),
    endUsers("by name", { sort: "name" }),
    endUsers("by last login", { sort: "seen" }),
    endUsers("in Austria", { country: "AT" }),
    endUsers("with a disconnected device, by name", { devices: "disconnected", sort: "name" }),
    endUsers("suspended without a contract", { state: "suspended", contract: "without" }),
    endUsers("postal code 45…", { postalCode: "45" }),
    endUsers("seen on a day, in Germany", {
      seenFrom: "2026-06-01",
      seenUntil: "2026-06-02",
      country: "DE",
    }),
    endUsers("“gruber”", { search: "gruber" }, search),
    endUsers(`“${farTown.name}”, 16,000 at the far end`, { search: farTown.name }, search),
    endUsers("“anna gruber”", { search: "anna gruber" }, search),
    endUsers("“an”", { search: "an" }, search),
    endUsers("a fragment, “ruber”", { search: "ruber" }, search),
    endUsers("a customer number", { search: "C-10000777" }, search),
    endUsers("mistyped, “grubr”", { search: "grubr" }, search),
    endUsers(
      "“gruber” in Austria, disconnected",
      {
        search: "gruber",
        country: "AT",
        devices: "disconnected",
      },
      search,
    ),
    {
      name: "Number of end-users with “anna”",
      run: () => countEndUsers(admin, { search: "anna" }),
    },
    buildings("first page", {}),
    buildings("with photovoltaics", { photovoltaic: "with" }),
    buildings("“gruber”", { search: "gruber" }, search),
    devices("first page", {}),
    devices("by model", { sort: "model" }),
    devices("wallboxes", { kind: "wallbox" }),
    devices("disconnected, longest first", {
      connection: "disconnected",
      sort: "waiting",
      direction: "asc",
    }),
    devices("in error, of one manufacturer", { connection: "error", manufacturer: "Nibe" }),
    devices("silent for 500 hours", { silentHours: "500" }),
    devices("“nibe”", { search: "nibe" }, search),
    devices("“nibe gruber”", { search: "nibe gruber" }, search),
    devices("a serial number's end", { search: "-12345" }, search),
    { name: "One end-user", run: () => getEndUser(admin, { id: person?.id ?? "" }) },
    { name: "One building", run: () => getBuilding(admin, { id: building?.id ?? "" }) },
    { name: "One device", run: () => getDevice(admin, { id: device?.id ?? "" }) },
  ];
}
