import { describe, expect, it } from "vitest";
import { callingOrganization } from "@/testing/calling-organization";

const api = callingOrganization();
const { call, ofEndUser } = api;
const ofDevice = () => ({ ...ofEndUser(), heat_pump_id: api.organization.deviceId });
const ofContract = () => ({ ...ofEndUser(), contract_id: api.organization.contractId });

describe("the price zone DE", () => {
  it("is DE_LU of a device, made or changed, one by one and in bulk", async () => {
    const { endUser } = api.organization;
    const made = await call("createWallbox", { params: ofEndUser(), body: { price_zone: "DE" } });
    expect(await made.json()).toMatchObject({ price_zone: "DE_LU" });
    const changed = await call("updateHeatPump", {
      params: ofDevice(),
      body: { price_zone: "DE" },
    });
    expect(await changed.json()).toMatchObject({ price_zone: "DE_LU" });
    const row = { user_id: endUser.id, kind: "electric_vehicle", price_zone: "DE" };
    await call("bulkDevices", { body: { items: [row] } });
    const vehicles = await call("listElectricVehicles", { params: ofEndUser() });
    expect(await vehicles.json()).toMatchObject([{ price_zone: "DE_LU" }]);
  });

  it("is DE_LU of an onboarding session", async () => {
    const body = { user_id: api.organization.endUser.id, language: "de", price_zone_default: "DE" };
    const session = await call("createOnboardingSession", { body });
    expect(await session.json()).toMatchObject({ price_zone_default: "DE_LU" });
  });
});

describe("the field building", () => {
  it("names the building of a contract, made or changed", async () => {
    const { buildingId: building } = api.organization;
    const body = { building, valid_from: "2020-01-01", valid_until: "2020-12-31" };
    const made = await call("createEnergyContract", { params: ofEndUser(), body });
    const contract = await made.json();
    expect(contract).toMatchObject({ building });
    await call("deleteEnergyContract", { params: { ...ofEndUser(), contract_id: contract.id } });
    const emptied = await call("updateEnergyContract", {
      params: ofContract(),
      body: { building: null },
    });
    expect(await emptied.json()).toMatchObject({ building: null });
    const changed = await call("updateEnergyContract", {
      params: ofContract(),
      body: { building, building_id: building },
    });
    expect(await changed.json()).toMatchObject({ building });
  });

  it("names the building of a device, made or changed", async () => {
    const { buildingId: building } = api.organization;
    const made = await call("createHeatPump", { params: ofEndUser(), body: { building } });
    expect(await made.json()).toMatchObject({ building });
    for (const value of [null, building]) {
      const changed = await call("updateHeatPump", {
        params: ofDevice(),
        body: { building: value },
      });
      expect(await changed.json()).toMatchObject({ building: value });
    }
  });

  it("that contradicts building_id is refused", async () => {
    const body = { building: api.organization.buildingId, building_id: null };
    const answers = [
      await call("createEnergyContract", { params: ofEndUser(), body }),
      await call("updateEnergyContract", { params: ofContract(), body }),
      await call("createHeatPump", { params: ofEndUser(), body }),
      await call("updateHeatPump", { params: ofDevice(), body }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(422);
      expect((await answer.json()).errors).toMatchObject([
        { pointer: "#/building", code: "contradiction" },
      ]);
    }
  });
});

describe("a language", () => {
  const session = (language: unknown) =>
    call("createOnboardingSession", {
      body: { user_id: api.organization.endUser.id, language, price_zone_default: "AT" },
    });

  it.each([
    ["de-AT", "de"],
    ["DE", "de"],
    ["en_GB", "en"],
    ["fr", null],
    ["zh-Hant-TW", null],
    [null, null],
    [undefined, null],
  ])("of an onboarding session may be %s", async (language, stored) => {
    const response = await session(language);
    expect([response.status, (await response.json()).language]).toEqual([200, stored]);
  });

  it("that we do not have leaves an onboarding session the end-user's own", async () => {
    await call("updateUser", { params: ofEndUser(), body: { language: "de-CH" } });
    expect(await (await session("fr")).json()).toMatchObject({ language: "de" });
  });

  it("of a person may be any tag, and any that we do not have is the organization's", async () => {
    for (const [language, stored] of [
      ["de-AT", "de"],
      ["sv", null],
      ["en", "en"],
      [null, null],
    ]) {
      const response = await call("updateUser", { params: ofEndUser(), body: { language } });
      expect([response.status, (await response.json()).language]).toEqual([200, stored]);
    }
    const body = { role: "staff", email: `t-${api.organization.mark}@a.example`, language: "hu" };
    expect((await call("createUser", { body })).status).toBe(200);
  });
});

it("says in an onboarding session what it was made with", async () => {
  const body = {
    user_id: api.organization.endUser.id,
    language: "de",
    price_zone_default: "AT",
    is_smart_optimization_active_default: true,
    building_id: api.organization.buildingId,
    device_type: "iv",
    external_metadata: { order: 7, parts: ["roof"] },
  };
  const made = await (await call("createOnboardingSession", { body })).json();
  const params = { onboarding_session_id: made.id };
  const read = await (await call("getOnboardingSession", { params })).json();
  const { user_id: user, building_id: building, ...others } = body;
  for (const session of [made, read]) expect(session).toMatchObject({ ...others, user, building });
});
