import { describe, expect, it } from "vitest";
import { callingOrganization } from "@/testing/calling-organization";

const api = callingOrganization();
const { call, ofEndUser } = api;
const ofDevice = () => ({ ...ofEndUser(), heat_pump_id: api.organization.deviceId });

describe("a date-time with an offset", () => {
  it("is taken in a query, encoded or not", async () => {
    for (const from of ["2023-11-01T00:00:00+00:00", "2023-11-01T00:00:00 00:00"]) {
      const query = { from, to: "2023-12-01T01:00:00.5+01:00", resolution: "1MONTH" };
      const response = await call("getHeatPumpSavings", { params: ofDevice(), query });
      expect(response.status).toBe(200);
    }
  });

  it("is compared as a time, not as text", async () => {
    const query = { from: "2023-11-01T00:30:00+01:00", to: "2023-11-01T00:00:00+00:00" };
    const response = await call("getHeatPumpSavings", { params: ofDevice(), query });
    expect(response.status).toBe(200);
  });

  it("is taken in a body, and answered in UTC", async () => {
    const body = {
      energy_prices: [{ price: 0.2, timestamp: "2023-11-01T00:00:00+02:00" }],
      currency_energy_price: "EUR",
    };
    const contract = await call("createEnergyContract", { params: ofEndUser(), body });
    expect(await contract.json()).toMatchObject({
      energy_prices: [{ timestamp: "2023-10-31T22:00:00.000Z" }],
    });
    const paused = await call("updateHeatPump", {
      params: ofDevice(),
      body: { pause_power_until: "2099-11-01T00:00+02:00" },
    });
    expect(await paused.json()).toMatchObject({ pause_power_until: "2099-10-31T22:00:00.000Z" });
  });

  it("that is none is refused with what was expected, where it was sent", async () => {
    const timestamp = "2023-11-01T00:00:00";
    const contract = await call("createEnergyContract", {
      params: ofEndUser(),
      body: { energy_prices: [{ price: 0.2, timestamp }] },
    });
    expect(contract.status).toBe(422);
    expect((await contract.json()).errors).toEqual([
      {
        pointer: "#/energy_prices/0/timestamp",
        code: "date_time",
        detail: `Expected an ISO 8601 date-time with offset, got "${timestamp}".`,
      },
    ]);
    const savings = await call("getHeatPumpSavings", {
      params: ofDevice(),
      query: { from: "yesterday", to: "2023-11-01T00:00:00Z" },
    });
    expect((await savings.json()).errors).toMatchObject([{ pointer: "#/from" }]);
  });
});
