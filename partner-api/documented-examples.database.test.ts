import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { buildings, devices, electricVehicles, users } from "@/db/schema";
import { signCue } from "@/lib/devices/connections/cue-secret";
import { createApiClient } from "@/lib/identity/api-credentials/write-api-client";
import { addClientToken } from "@/testing/api-tokens";
import { fillIn, readDocumentedExamples, withNamedShapes } from "@/testing/documented-examples";
import { findMismatches } from "@/testing/match-shape";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addConnectLink } from "@/testing/records/connections";
import { addDevice, addVehicle } from "@/testing/records/devices";
import { partnerApi } from "./app";
import { writeNotedCalls } from "./http/record-call";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
const server = createServer(getRequestListener(partnerApi().fetch));
let origin: string;
let organization: TestOrganization;
let names: Record<string, string>;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await writeNotedCalls();
  await client.end();
});
beforeEach(async () => {
  organization = await createOrganization(tables);
  const { id, deviceId, mark } = organization;
  const { token } = await addClientToken(organization, tables);
  const { id: session } = await addConnectLink(organization, tables, {
    purpose: "connect",
    deviceId: null,
  });
  names = {
    mark,
    access_token: token,
    credentials: await addCredentials(),
    org_id: id,
    user_id: organization.endUser.id,
    building_id: organization.buildingId,
    contract_id: organization.contractId,
    heat_pump_id: deviceId,
    electric_vehicle_id: await addVehicle(organization, tables),
    inverter_id: await addDevice("solar_inverter", organization, tables),
    wallbox_id: await addDevice("wallbox", organization, tables),
    onboarding_session_id: session,
    cue_id: deviceId,
    secret: signCue(id, deviceId),
  };
});

async function addCredentials(): Promise<string> {
  const { identifier, secret } = await createApiClient(actorOf(organization.admin), {
    name: "Documented client",
    customers: "write",
    devices: "write",
    team: "write",
    webhooks: "write",
    auditLog: "read",
  });
  return Buffer.from(`${identifier}:${secret}`).toString("base64");
}

const changeVehicle = (state: Partial<typeof electricVehicles.$inferInsert>) =>
  tables
    .update(electricVehicles)
    .set(state)
    .where(eq(electricVehicles.deviceId, names.electric_vehicle_id ?? ""));

const changeHeatPump = (state: Partial<typeof devices.$inferInsert>) =>
  tables.update(devices).set(state).where(eq(devices.id, organization.deviceId));

/** What has to be so before an example, by the name that it has in the files. */
const given: Record<string, () => Promise<unknown>> = {
  "charging-vehicle": () => changeVehicle({ isCharging: true, boostState: "ongoing" }),
  "full-vehicle": () => changeVehicle({ isFullyCharged: true, boostState: "unavailable" }),
  "unplugged-vehicle": () => changeVehicle({ isPluggedIn: false, boostState: "unavailable" }),
  "disconnected-heat-pump": () =>
    changeHeatPump({ isAuthenticated: false, lifecycleState: "disconnected" }),
  "deleted-user": () =>
    tables
      .update(users)
      .set({ deletedAt: new Date() })
      .where(eq(users.id, organization.otherEndUser.id)),
  "other-building": async () => {
    const id = uuidv7();
    const { id: organizationId, endUser } = organization;
    await tables
      .insert(buildings)
      .values({ id, organizationId, userId: endUser.id, name: "Other home" });
    names.other_building_id = id;
  },
};

it.each(readDocumentedExamples())("answers %s as documented", async (_, example) => {
  if (example.given) await given[example.given]?.();
  expect(example.given === undefined || example.given in given).toBe(true);
  const { method, path, headers = {}, body } = fillIn(example.request, names);
  const response = await fetch(`${origin}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect([response.status, text]).toEqual([example.answer.status, expect.anything()]);
  if (example.answer.body === undefined) return;
  const shape = withNamedShapes(fillIn(example.answer.body, names));
  const answer = JSON.parse(text);
  if (Array.isArray(answer)) expect(answer.length).toBeGreaterThan(0);
  expect(findMismatches(shape, answer)).toEqual([]);
});
