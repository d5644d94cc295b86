import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { devices } from "@/db/schema";
import { callingOrganization } from "@/testing/calling-organization";
import { addVehicle } from "@/testing/records/devices";

const api = callingOrganization();
const { call, ofEndUser, tables } = api;

it.each([
  ["already_charging", "requested", { boostState: "requested" }],
  ["already_charging", "ongoing", { boostState: "ongoing", isCharging: true }],
  ["already_charging", "unavailable", { boostState: "unavailable", isCharging: true }],
  ["fully_charged", "unavailable", { boostState: "unavailable", isFullyCharged: true }],
] as const)("is refused because of %s, with the state %s", async (reason, state, vehicle) => {
  const id = await addVehicle(api.organization, tables, vehicle);
  const params = { ...ofEndUser(), electric_vehicle_id: id };
  const answer = await call("startBoost", { params });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ state, reason });
  expect((await (await call("getElectricVehicle", { params })).json()).boost_state).toBe(state);
});

it("is refused of a vehicle that is not connected, and can be called off", async () => {
  const id = await addVehicle(api.organization, tables);
  await tables.update(devices).set({ isAuthenticated: false }).where(eq(devices.id, id));
  const params = { ...ofEndUser(), electric_vehicle_id: id };
  const answer = await call("startBoost", { params });
  expect(await answer.json()).toMatchObject({
    status: 409,
    state: "available",
    reason: "no_active_session",
  });
  expect((await call("callOffBoost", { params })).status).toBe(204);
});
