import type { Actor } from "../lib/core/access/actor";

/** The records that are measured one by one, and the cursor of a later page of the end-users. */
export async function chooseRecords(admin: Actor, pages = 1000) {
  const { listEndUsers } = await import("../lib/customers/end-users/list-end-users");
  const { listBuildings } = await import("../lib/customers/buildings/list-buildings");
  const { listDevices } = await import("../lib/devices/devices/list-devices");
  let cursor: string | undefined;
  for (let page = 1; page < pages; page++) {
    const { next } = await listEndUsers(admin, { cursor });
    if (!next) break;
    cursor = next;
  }
  return {
    cursor,
    person: (await listEndUsers(admin, { devices: "any", building: "with" })).rows[0],
    building: (await listBuildings(admin, { devices: "with" })).rows[0],
    device: (await listDevices(admin, {})).rows[0],
  };
}
