import { describe, expect, it } from "vitest";
import { callingOrganization } from "@/testing/calling-organization";

const { call, ofEndUser } = callingOrganization();

const meter = `AT${"7".padStart(31, "0")}`;

describe("a record that is there already", () => {
  it.each([
    ["createEnergyContract", { meter_id: meter, valid_from: "2026-01-01" }, "meter_id"],
    ["createBuilding", { name: "Hut" }, "name"],
    [
      "createWallbox",
      { device_model: { manufacturer: "KEBA", model: "P30" }, external_device_id: "S-1" },
      "external_device_id",
    ],
  ])("is a conflict of %s that names it", async (operation, body, field) => {
    const first = await call(operation, { params: ofEndUser(), body });
    expect(first.status).toBe(200);
    const { id } = await first.json();
    const second = await call(operation, { params: ofEndUser(), body });
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      code: "duplicate",
      existing_id: id,
      errors: [{ pointer: `#/${field}` }],
    });
  });
});

it("takes the number of a meter, as the documentation describes it, and meter points in groups", async () => {
  for (const [sent, stored] of [
    ["1234567", "1234567"],
    ["AT 001000 04020 00000 00000 00000 00001", "AT0010000402000000000000000000001"],
  ]) {
    const created = await call("createEnergyContract", {
      params: ofEndUser(),
      body: { meter_id: sent },
    });
    expect(await created.json()).toMatchObject({ meter_id: stored });
  }
  const wrong = await call("createEnergyContract", {
    params: ofEndUser(),
    body: { meter_id: "AT00100004020000000000000000" },
  });
  expect(wrong.status).toBe(422);
});
