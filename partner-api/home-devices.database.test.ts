import { expect, it } from "vitest";
import { callingOrganization } from "@/testing/calling-organization";
import { addDevice } from "@/testing/records/devices";

const api = callingOrganization();
const { tables, call, ofEndUser } = api;

it("makes, shows, lists and changes a home battery as it does an inverter", async () => {
  const body = {
    device_model: { manufacturer: "sonnen", model: "sonnenBatterie 10", year: 2025 },
    external_device_id: "B-1",
    battery_capacity_kwh: 11,
    min_battery_charge: 10,
    max_battery_charge: 95,
    battery_policy: "Optimize self consumption",
    is_smart_optimization_active: true,
  };
  const created = await call("createHomeBattery", { params: ofEndUser(), body });
  const battery = await created.json();
  expect(battery).toMatchObject({
    device_type: { short_name: "home_battery", long_name: "Home Battery" },
    battery_capacity_kwh: 11,
    battery_charge_level_percent: null,
    battery_charge_discharge_power_w: null,
    battery_policy: "Optimize self consumption",
    is_smart_optimization_active: true,
    action_needed: true,
    actions: [{ code: "reauthenticate" }],
  });
  const params = { ...ofEndUser(), home_battery_id: battery.id };
  const crossed = { params, body: { min_battery_charge: 96 } };
  expect((await call("updateHomeBattery", crossed)).status).toBe(422);
  const changed = await call("updateHomeBattery", { params, body: { min_battery_charge: 25 } });
  expect(await changed.json()).toMatchObject({ min_battery_charge: 25, max_battery_charge: 95 });
  const list = await call("listHomeBatteries", { params: ofEndUser() });
  expect(await list.json()).toMatchObject([{ id: battery.id, min_battery_charge: 25 }]);
  const fleet = await call("listDevices", { query: { kind: "home_battery" } });
  expect(await fleet.json()).toMatchObject([{ id: battery.id }]);
  expect((await call("deleteHomeBattery", { params })).status).toBe(204);
});

it("takes of a smart meter what is recorded of it, and ignores what would tell it what to do", async () => {
  const id = await addDevice("smart_meter", api.organization, tables, {
    currentPowerToGridW: -640,
    importedEnergyKwh: 10_482.5,
    exportedEnergyKwh: 0,
  });
  const params = { ...ofEndUser(), smart_meter_id: id };
  const body = {
    meter_id: "AT 0010000573300000000000000000001",
    comment: "In the hall",
    is_smart_optimization_active: true,
    is_pause_power_active: true,
    price_zone: "AT",
    current_power_to_grid_w: 5,
  };
  const changed = await call("updateSmartMeter", { params, body });
  expect(await changed.json()).toMatchObject({
    device_type: { short_name: "smart_meter" },
    meter_id: "AT0010000573300000000000000000001",
    comment: "In the hall",
    current_power_to_grid_w: -640,
    imported_energy_kwh: 10_482.5,
    exported_energy_kwh: 0,
    is_smart_optimization_active: false,
    is_pause_power_active: false,
    price_zone: null,
  });
  const fleet = await call("listDevices", { query: { optimization: "off" } });
  const ids = (await fleet.json()).map((device: { id: string }) => device.id);
  expect(ids).not.toContain(id);
});

it.each([
  ["hb", "home_battery"],
  ["sm", "smart_meter"],
])("begins connecting devices of the type %s", async (type, kind) => {
  const response = await call("createOnboardingSession", {
    body: {
      user_id: api.organization.endUser.id,
      language: "de",
      price_zone_default: "AT",
      device_type: type,
    },
  });
  expect(response.status, kind).toBe(200);
});
