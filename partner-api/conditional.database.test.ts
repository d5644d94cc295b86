import { describe, expect, it } from "vitest";
import { apiExamples } from "@/testing/api-examples";
import { callApi, requestApi } from "@/testing/call-api";
import { callingOrganization } from "@/testing/calling-organization";
import { problemCodes, problemTypeOf } from "./http/problem-catalogue";
import { operations } from "./operations";

const api = callingOrganization();
const { tables, call, ofEndUser } = api;

const versioned = (method: string) =>
  operations.filter((operation) => operation.method === method && operation.isVersioned);

/** Reads of what an operation at the same address writes. */
const readOf = ({ path }: { path: string }) =>
  versioned("get").find((operation) => operation.path === path);

const deletes = versioned("delete").flatMap((operation) => {
  const read = readOf(operation);
  return read ? [{ name: operation.id, operation, read }] : [];
});

it("every delete of a record with a version takes If-Match", () => {
  const paths = operations.filter(({ method }) => method === "delete").map(({ id }) => id);
  expect(
    deletes
      .map(({ name }) => name)
      .concat("callOffBoost")
      .sort(),
  ).toEqual(paths.sort());
});

describe.each(deletes)("$name", ({ operation, read }) => {
  async function prepare() {
    const { params = {} } = (await apiExamples[operation.id]?.[0]?.request(
      api.organization,
      tables,
    )) ?? { params: {} };
    const send = (which: typeof operation, headers: Record<string, string> = {}) =>
      callApi(which, { organizationId: api.organization.id, token: api.token, params, headers });
    const etag = (await send(read)).headers.get("etag") ?? "";
    return { send, etag };
  }

  it("leaves a record that has another version than If-Match names", async () => {
    const { send } = await prepare();
    for (const tag of ['"999999"', 'W/"1"', '"other"', '"7000", "8000"']) {
      const stale = await send(operation, { "if-match": tag });
      expect(stale.status).toBe(412);
      expect(await stale.json()).toMatchObject({ code: "precondition_failed" });
    }
    expect((await send(read)).status).toBe(200);
  });

  it("deletes the version that one of several tags names", async () => {
    const { send, etag } = await prepare();
    expect((await send(operation, { "if-match": `"999999", ${etag}` })).status).toBe(204);
    expect((await send(read)).status).toBe(404);
  });
});

describe("a read of a record", () => {
  const read = (headers: Record<string, string> = {}) =>
    call("getUser", { params: ofEndUser(), headers });

  it("is answered with 304 and no body while If-None-Match names its version", async () => {
    const etag = (await read()).headers.get("etag") ?? "";
    for (const known of [etag, `W/${etag}`, `"7", ${etag}`, "*"]) {
      const unchanged = await read({ "if-none-match": known });
      expect(unchanged.status).toBe(304);
      expect(unchanged.headers.get("etag")).toBe(etag);
      expect(await unchanged.text()).toBe("");
    }
    await call("updateUser", { params: ofEndUser(), body: { town: "Graz" } });
    expect((await read({ "if-none-match": etag })).status).toBe(200);
  });
});

describe("an address", () => {
  it.each([
    ["PATCH", "/api/partners/v2.0/org/o/users", "GET, HEAD, POST"],
    ["POST", "/api/partners/v2.0/org/o/users/u", "DELETE, GET, HEAD, PUT"],
    ["GET", "/oauth2/token/", "POST"],
    ["DELETE", "/api/partners/v2.0/openapi.json", "GET, HEAD"],
    ["OPTIONS", "/api/partners/v2.0/org/o/devices", "GET, HEAD"],
  ])("names the methods it takes to %s %s", async (method, path, allow) => {
    const response = await requestApi(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe(allow);
    expect(await response.json()).toMatchObject({ code: "method_not_allowed", status: 405 });
  });

  it("that there is none of is not found by any method", async () => {
    expect((await requestApi("/api/partners/v2.0/nothing", { method: "PUT" })).status).toBe(404);
  });
});

describe("a list", () => {
  it("refuses fields that its records do not have, also when it is empty", async () => {
    for (const id of ["listUsers", "listHeatPumps", "listDevices", "listAuditEvents"]) {
      const params = id === "listHeatPumps" ? ofEndUser() : {};
      const response = await call(id, { params, query: { fields: "id,nonsense" } });
      expect(response.status).toBe(422);
      expect((await response.json()).errors).toEqual([
        { pointer: "#/fields", code: "unknown_field", detail: "Unknown field nonsense." },
      ]);
    }
    const { status } = await call("listUsers", { query: { fields: " id , email" } });
    expect(status).toBe(200);
  });

  it.each(["1", "10", "100"])("of deliveries and events takes a limit of %s", async (limit) => {
    const example = await apiExamples.listWebhookDeliveries?.[0]?.request(api.organization, tables);
    for (const [id, params] of [
      ["listWebhookDeliveries", example?.params ?? {}],
      ["listAuditEvents", {}],
    ] as const) {
      expect((await call(id, { params, query: { limit } })).status).toBe(200);
      const tooMany = await call(id, { params, query: { limit: "101" } });
      expect((await tooMany.json()).errors).toMatchObject([{ pointer: "#/limit" }]);
    }
  });
});

describe("the code of a problem", () => {
  it("is in the catalogue, which `type` leads to", async () => {
    const response = await call("getUser", { params: { user_id: api.organization.deviceId } });
    const { type, code } = await response.json();
    expect(problemCodes).toContain(code);
    expect(type).toBe(problemTypeOf(code));
    expect(new URL(type).pathname).toBe(`/api/partners/v2.0/docs/problems/${code}`);
  });
});
