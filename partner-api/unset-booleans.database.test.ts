import { describe, expect, it } from "vitest";
import { callingOrganization } from "@/testing/calling-organization";
import { addDevice } from "@/testing/records/devices";

const api = callingOrganization();
const { call, ofEndUser } = api;
const includes = "energy_price_includes_external_components";

describe("a boolean that nobody has set", () => {
  it("is null of a contract, and can be null again", async () => {
    const body = { valid_from: "2020-01-01", valid_until: "2020-12-31" };
    const made = await (await call("createEnergyContract", { params: ofEndUser(), body })).json();
    expect(made[includes]).toBeNull();
    const params = { ...ofEndUser(), contract_id: made.id };
    for (const value of [true, false, null]) {
      const changed = await call("updateEnergyContract", { params, body: { [includes]: value } });
      expect((await changed.json())[includes]).toBe(value);
    }
  });

  it("is the documented false of a new building, and can be null", async () => {
    const made = await call("createBuilding", { params: ofEndUser(), body: { name: "Hut" } });
    const building = await made.json();
    expect(building.photovoltaic).toBe(false);
    const params = { ...ofEndUser(), building_id: building.id };
    const changed = await call("updateBuilding", { params, body: { photovoltaic: null } });
    expect((await changed.json()).photovoltaic).toBeNull();
    const body = { name: "Barn", photovoltaic: null };
    const unknown = await call("createBuilding", { params: ofEndUser(), body });
    expect((await unknown.json()).photovoltaic).toBeNull();
  });

  it("stays null of a device when another setting is changed", async () => {
    const params = { ...ofEndUser(), heat_pump_id: api.organization.deviceId };
    const body = { is_away_mode_enabled: null, optimization_level: "Max" };
    const changed = await call("updateHeatPump", { params, body });
    expect(await changed.json()).toMatchObject({
      optimization_level: "Max",
      is_space_heating_enabled: null,
      is_pool_heating_enabled: null,
      is_away_mode_enabled: null,
    });
    const set = await call("updateHeatPump", { params, body: { is_pool_heating_enabled: true } });
    expect(await set.json()).toMatchObject({
      is_pool_heating_enabled: true,
      is_space_heating_enabled: null,
    });
  });
});

it("shows the mode and the connection of a wallbox", async () => {
  const id = await addDevice("wallbox", api.organization, api.tables);
  const params = { ...ofEndUser(), wallbox_id: id };
  const read = await (await call("getWallbox", { params })).json();
  expect(read.mode).toMatch(/^(READY|PLUGGED_IN|CHARGING|UNAVAILABLE|UNKNOWN)$/);
  expect(read.connection).toMatch(/^(online|offline|never_connected)$/);
  const made = await call("createWallbox", { params: ofEndUser(), body: {} });
  expect(await made.json()).toMatchObject({ mode: "UNAVAILABLE", connection: "never_connected" });
  const list = await (await call("listWallboxes", { params: ofEndUser() })).json();
  expect(list).toMatchObject([{ id, mode: read.mode }, { mode: "UNAVAILABLE" }]);
});
