import { and, eq, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { auditEvents, users } from "@/db/schema";
import { callingOrganization } from "@/testing/calling-organization";

const api = callingOrganization();
const { call } = api;

type Result = { status: number; id: string; problem: { errors?: { code: string }[] } | null };

async function send(operation: string, items: object[]): Promise<Result[]> {
  const response = await call(operation, { body: { items } });
  expect(response.status).toBe(200);
  const { results } = await response.json();
  return results;
}

const statusesOf = (results: Result[]) => results.map(({ status }) => status);
const codesOf = (results: Result[]) =>
  results.map(({ problem }) => problem?.errors?.map(({ code }) => code).join());

const person = (fields: object) => ({
  role: "user",
  email: `${uuidv7()}@home.example`,
  ...fields,
});

/** How many transactions have written the audit events of some records. */
async function countTransactions(ids: string[]): Promise<number> {
  const [row] = await api.tables
    .select({ count: sql<number>`count(distinct ${auditEvents}.xmin::text)::integer` })
    .from(auditEvents)
    .where(
      and(eq(auditEvents.organizationId, api.organization.id), inArray(auditEvents.targetId, ids)),
    );
  return row?.count ?? 0;
}

const getUser = async (id: string) => (await call("getUser", { params: { user_id: id } })).json();

describe("many people", () => {
  it("are created and changed in few transactions", async () => {
    const created = await send(
      "bulkUsers",
      Array.from({ length: 600 }, () => person({})),
    );
    const ids = created.map(({ id }) => id);
    expect(new Set(ids).size).toBe(600);
    expect(await countTransactions(ids)).toBe(3);
    const changed = await send(
      "bulkUsers",
      ids.map((id) => ({ id, town: "Linz" })),
    );
    expect(new Set(statusesOf(changed))).toEqual(new Set([200]));
    expect(await countTransactions(ids)).toBe(6);
    expect(await getUser(ids[599] ?? "")).toMatchObject({ town: "Linz" });
  });

  it("who have the number of somebody else are told one by one", async () => {
    const number = uuidv7();
    const results = await send("bulkUsers", [
      person({ external_user_id: number }),
      person({ external_user_id: number }),
      person({ zip_code: "99", country: "AT" }),
      person({ phone: "0664 1234567" }),
    ]);
    expect(statusesOf(results)).toEqual([200, 422, 422, 200]);
    expect(codesOf(results)).toEqual([
      undefined,
      "external_user_id_taken",
      "postal_code",
      undefined,
    ]);
    const [stored] = await api.tables
      .select()
      .from(users)
      .where(eq(users.id, results[3]?.id ?? ""));
    expect(stored).toMatchObject({ phoneInternational: "+436641234567", status: "active" });
  });

  it("lose what is sent as null, keep what is not sent, and are changed in order", async () => {
    const [one, other] = await send("bulkUsers", [
      person({ first_name: "Eva", town: "Graz", phone: "0664 1234567" }),
      person({ first_name: "Ida", town: "Wels" }),
    ]);
    const results = await send("bulkUsers", [
      { id: one?.id, phone: null },
      { id: other?.id, town: null, first_name: "Ina" },
      { id: one?.id, town: "Linz" },
      { id: one?.id, town: "Steyr", latitude: 48.04, longitude: 14.42 },
    ]);
    expect(statusesOf(results)).toEqual([200, 200, 200, 200]);
    expect(await getUser(one?.id ?? "")).toMatchObject({
      first_name: "Eva",
      town: "Steyr",
      phone: null,
      location_last_updated: expect.any(String),
    });
    expect(await getUser(other?.id ?? "")).toMatchObject({ first_name: "Ina", town: null });
  });

  it("are added once when the changes of the same call cannot be made together", async () => {
    const [one, other] = await send("bulkUsers", [person({}), person({})]);
    const number = uuidv7();
    const results = await send("bulkUsers", [
      person({ first_name: "Eva" }),
      { id: one?.id, external_user_id: number },
      { id: other?.id, external_user_id: number },
    ]);
    expect(statusesOf(results)).toEqual([200, 200, 422]);
  });

  it("take a number that another row gives up", async () => {
    const [first, second] = [uuidv7(), uuidv7()];
    const [one, other] = await send("bulkUsers", [
      person({ external_user_id: first }),
      person({ external_user_id: second }),
    ]);
    const results = await send("bulkUsers", [
      { id: one?.id, external_user_id: second },
      { id: other?.id, external_user_id: null },
      { id: one?.id, external_user_id: second },
    ]);
    expect(statusesOf(results)).toEqual([200, 200, 200]);
    expect(await getUser(one?.id ?? "")).toMatchObject({ external_user_id: second });
  });
});

describe("many devices", () => {
  const device = (fields: object) => ({
    user_id: api.organization.endUser.id,
    kind: "heat_pump",
    device_model: { manufacturer: "Vaillant", model: "aroTHERM" },
    ...fields,
  });

  it("are created and changed in few transactions", async () => {
    const mark = uuidv7();
    const created = await send(
      "bulkDevices",
      Array.from({ length: 600 }, (_, index) => device({ external_device_id: `${mark}-${index}` })),
    );
    const ids = created.map(({ id }) => id);
    expect(await countTransactions(ids)).toBe(3);
    const changed = await send(
      "bulkDevices",
      ids.map((id) => device({ id, comment: "Cellar" })),
    );
    expect(new Set(statusesOf(changed))).toEqual(new Set([200]));
    expect(await countTransactions(ids)).toBe(6);
  });

  it("that cannot be are told one by one, beside those that can", async () => {
    const serial = uuidv7();
    const results = await send("bulkDevices", [
      device({ external_device_id: serial, is_smart_optimization_active: true }),
      device({ external_device_id: serial }),
      device({ user_id: uuidv7() }),
      device({ building: uuidv7() }),
      device({ building: api.organization.buildingId, comment: "Cellar" }),
      device({ cloud_service_id: uuidv7() }),
      device({ optimization_level: "Max" }),
    ]);
    expect(statusesOf(results)).toEqual([200, 409, 404, 422, 200, 422, 200]);
    const ids = results.map(({ id }) => id);
    const changed = await send("bulkDevices", [
      device({ id: ids[0], comment: "Attic", is_smart_optimization_active: false }),
      device({ id: ids[0], user_id: api.organization.otherEndUser.id, comment: "Others" }),
      device({ id: ids[4], building: null }),
      device({ id: ids[0], comment: "Cellar" }),
      device({ id: ids[6], optimization_level: "Mid", comment: "Hall" }),
    ]);
    expect(statusesOf(changed)).toEqual([200, 404, 200, 200, 200]);
    const list = await call("listHeatPumps", {
      params: { user_id: api.organization.endUser.id },
      query: { limit: "1000" },
    });
    const shown: { id: string }[] = await list.json();
    const byId = new Map(shown.map((each) => [each.id, each]));
    expect(byId.get(ids[0] ?? "")).toMatchObject({
      comment: "Cellar",
      is_smart_optimization_active: false,
    });
    expect(byId.get(ids[4] ?? "")).toMatchObject({ building: null, comment: "Cellar" });
    expect(byId.get(ids[6] ?? "")).toMatchObject({ optimization_level: "Mid", comment: "Hall" });
  });
});
