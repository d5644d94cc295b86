import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { organizations } from "@/db/schema";
import { callingOrganization } from "@/testing/calling-organization";
import { createOrganization } from "@/testing/organization";

const api = callingOrganization();
const { tables, call, ofEndUser } = api;

describe("a change", () => {
  const read = () => call("getUser", { params: ofEndUser() });
  const change = (body: object, headers: Record<string, string> = {}) =>
    call("updateUser", { params: ofEndUser(), body, headers });

  it("leaves what was not sent as it was", async () => {
    await change({ town: "Innsbruck", zip_code: 6020, country_iso2: "AUT", latitude: 47.26 });
    const response = await change({ phone: "+43 512 1234", first_name: null });
    expect(await response.json()).toMatchObject({
      first_name: null,
      phone: "+43 512 1234",
      town: "Innsbruck",
      zip_code: "6020",
      country: "AT",
      latitude: 47.26,
      email: api.organization.endUser.email,
    });
  });

  it("is made against the version that If-Match names, or not at all", async () => {
    const version = (await read()).headers.get("etag") ?? "";
    const first = await change({ town: "Graz" }, { "if-match": version });
    expect(first.status).toBe(200);
    expect(first.headers.get("etag")).not.toBe(version);
    const late = await change({ town: "Linz" }, { "if-match": version });
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ code: "precondition_failed" });
    expect(await (await read()).json()).toMatchObject({ town: "Graz" });
  });

  it("of a device is made once of several at the same time against one version", async () => {
    const params = { ...ofEndUser(), heat_pump_id: api.organization.deviceId };
    const version = (await call("getHeatPump", { params })).headers.get("etag") ?? "";
    const all = await Promise.all(
      ["a", "b", "c", "d"].map((comment) =>
        call("updateHeatPump", { params, body: { comment }, headers: { "if-match": version } }),
      ),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it("without a version loses nothing that others change at the same time", async () => {
    const fields = ["town", "phone", "street_and_number", "street_add_info", "zip_code"];
    const all = await Promise.all(
      fields.map((field, index) => change({ [field]: `+43 512 100${index}` })),
    );
    expect(all.map(({ status }) => status)).toEqual(fields.map(() => 200));
    const user = await (await read()).json();
    fields.forEach((field, index) => {
      expect(user[field]).toBe(`+43 512 100${index}`);
    });
  });

  it("names the field at fault", async () => {
    const response = await change({ email: api.organization.otherEndUser.email, phone: "no" });
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = await response.json();
    expect(problem.errors).toEqual([
      { pointer: "#/phone", code: "phone", detail: expect.any(String) },
    ]);
    expect(problem.request_id).toBe(response.headers.get("x-request-id"));
    const taken = await change({ email: api.organization.otherEndUser.email });
    expect((await taken.json()).errors).toMatchObject([
      { pointer: "#/email", code: "email_taken" },
    ]);
  });

  it("of settings is checked as the portal's forms are", async () => {
    const params = { ...ofEndUser(), heat_pump_id: api.organization.deviceId };
    const body = { minimum_temperature_limit: 22, maximum_temperature_limit: 19 };
    const response = await call("updateHeatPump", { params, body });
    expect((await response.json()).errors).toMatchObject([
      { pointer: "#/maximum_temperature_limit", code: "below_lowest" },
    ]);
    const right = await call("updateHeatPump", {
      params,
      body: {
        minimum_temperature_limit: 19.5,
        is_away_mode_enabled: true,
        away_mode_start: "2027-01-02T10:00:00Z",
        pause_power_until_utc: "2027-01-02T10:00:00Z",
        building_id: null,
      },
    });
    expect(await right.json()).toMatchObject({
      minimum_temperature_limit: 19.5,
      away_mode_start: "2027-01-02T10:00:00.000Z",
      pause_power_until: "2027-01-02T10:00:00.000Z",
      is_pause_power_active: true,
      building: null,
    });
    const foreign = await createOrganization(tables);
    const elsewhere = await call("updateHeatPump", {
      params,
      body: { building_id: foreign.buildingId },
    });
    expect((await elsewhere.json()).errors).toMatchObject([{ pointer: "#/building_id" }]);
  });

  it("never takes the last admin away", async () => {
    const params = { user_id: api.organization.admin.id };
    const demoted = await call("updateUser", { params, body: { role: "staff" } });
    const removed = await call("deleteUser", { params });
    for (const response of [demoted, removed]) {
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: "last_admin" });
    }
  });
});

it("invites nobody whose address is not the organization's", async () => {
  await tables
    .update(organizations)
    .set({ allowedEmailDomains: ["utility.example"] })
    .where(eq(organizations.id, api.organization.id));
  const invite = (domain: string) =>
    call("createUser", { body: { role: "staff", email: `n-${api.organization.mark}@${domain}` } });
  const refused = await invite("elsewhere.example");
  expect((await refused.json()).errors).toMatchObject([
    {
      pointer: "#/email",
      code: "email_domain",
      detail: expect.stringContaining("utility.example"),
    },
  ]);
  expect((await invite("utility.example")).status).toBe(200);
});
