import { v7 as uuidv7 } from "uuid";
import { chooseRecords } from "../bench/chosen-records";
import { measureRequests } from "../bench/measured-requests";
import type { Member } from "../lib/core/access/actor";
import { basePath } from "../partner-api/base";
import { deviceKinds } from "../partner-api/devices/device-kinds";
import { addClientToken } from "../testing/api-tokens";
import type { ownerConnection, TestOrganization } from "../testing/organization";
import { withServer } from "./bench-server";

const rounds = 200;

/** Serves the production build on the measured database, calls its API, and prints a table. */
export async function measureApi(
  url: string,
  admin: Member,
  folder: string,
  { tables }: ReturnType<typeof ownerConnection>,
): Promise<void> {
  const { organizationId } = admin;
  const { token } = await addClientToken(
    { id: organizationId, admin: { id: admin.userId } } as TestOrganization,
    tables,
  );
  const { device } = await chooseRecords(admin, 2);
  if (!device) throw new Error("There is no device.");
  const kind = deviceKinds.find((each) => each.kind === device.kind);
  const { getPerson, listPeople } = await import("../lib/team/people/person-records");
  const { getDeviceRecord, listFleet } = await import("../lib/devices/devices/device-records");
  const { createEndUser } = await import("../lib/customers/end-users/create-end-user");
  const userId = device.owner.id;
  const newAddress = () => `${uuidv7()}@bench.example`;
  const calls = [
    {
      name: "One person",
      path: `/users/${userId}`,
      alone: () => getPerson(admin, { id: userId }),
    },
    {
      name: "One device",
      path: `/users/${userId}/${kind?.collection}/${device.id}`,
      alone: () => getDeviceRecord(admin, { userId, id: device.id, kind: device.kind }),
    },
    {
      name: "100 people",
      path: "/users?limit=100&role=user",
      alone: () => listPeople(admin, { role: "user", limit: 100 }),
    },
    {
      name: "100 devices",
      path: "/devices?limit=100",
      alone: () => listFleet(admin, { limit: 100 }),
    },
    {
      name: "Add an end-user",
      path: "/users",
      isAdding: true,
      alone: () => createEndUser(admin, { email: newAddress() }),
    },
  ];
  await withServer(url, folder, async (baseUrl) => {
    const width = 20;
    console.log(
      `\n| ${"".padEnd(width)} | p50 ms | p95 ms | a second | use-case alone, p50 ms |\n| --- | ---: | ---: | ---: | ---: |`,
    );
    for (const { name, path, isAdding, alone } of calls) {
      const asked = {
        url: `${baseUrl}${basePath}/org/${organizationId}${path}`,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(isAdding && { requests: [addingRequest(newAddress)] }),
      };
      // Once before, so that what is only prepared once is not counted.
      await measureRequests({ ...asked, duration: 2 });
      const { p50, p95, perSecond } = await measureRequests(asked);
      console.log(
        `| ${name.padEnd(width)} | ${p50} | ${p95} | ${perSecond} | ${await medianOf(alone)} |`,
      );
    }
    await measureBulk(`${baseUrl}${basePath}/org/${organizationId}/bulk`, token);
  });
}

const BULK_ROWS = 1000;

/** Creates and changes as many people and devices as one call takes, and prints how many seconds each call took. */
async function measureBulk(url: string, token: string): Promise<void> {
  const write = async (name: string, collection: string, items: object[]): Promise<string[]> => {
    const start = performance.now();
    const response = await fetch(`${url}/${collection}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ items }),
    });
    const { results }: { results: { status: number; id: string }[] } = await response.json();
    if (results.some(({ status }) => status !== 200)) throw new Error(`${name} failed.`);
    console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    return results.map(({ id }) => id);
  };
  const rows = Array.from({ length: BULK_ROWS }, (_, row) => row);
  const people = await write(
    `\nCreate ${BULK_ROWS} people in one call`,
    "users",
    rows.map(() => ({ role: "user", email: `${uuidv7()}@bench.example`, last_name: "Berger" })),
  );
  await write(
    `Change ${BULK_ROWS} people in one call`,
    "users",
    people.map((id) => ({ id, town: "Linz" })),
  );
  const device = {
    kind: "heat_pump",
    device_model: { manufacturer: "Vaillant", model: "aroTHERM" },
  };
  const made = await write(
    `Create ${BULK_ROWS} devices in one call`,
    "devices",
    people.map((user_id) => ({ ...device, user_id, external_device_id: uuidv7() })),
  );
  await write(
    `Change ${BULK_ROWS} devices in one call`,
    "devices",
    made.map((id, index) => ({ ...device, user_id: people[index], id, comment: "Cellar" })),
  );
}

const addingRequest = (newAddress: () => string) => ({
  method: "POST" as const,
  setupRequest: (request: object) => ({
    ...request,
    body: JSON.stringify({ role: "user", email: newAddress(), first_name: "Eva" }),
  }),
});

async function medianOf(run: () => Promise<unknown>): Promise<string> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  taken.sort((one, other) => one - other);
  return (taken[rounds / 2] ?? 0).toFixed(1);
}
