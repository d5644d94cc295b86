import { count, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { buildings, idempotentResults, invitations } from "@/db/schema";
import { addClientToken } from "@/testing/api-tokens";
import { callingOrganization, keyed } from "@/testing/calling-organization";

const api = callingOrganization();
const { tables, call, ofEndUser } = api;

describe("a POST with a key", () => {
  const add = (key: string, name: string) =>
    call("createBuilding", { params: ofEndUser(), body: { name }, headers: keyed(key) });
  const buildingCount = async () => {
    const [found] = await tables
      .select({ number: count() })
      .from(buildings)
      .where(eq(buildings.organizationId, api.organization.id));
    return found?.number;
  };

  it("does nothing twice, and answers as it did", async () => {
    const first = await add("k-1", "Hut");
    const again = await add("k-1", "Hut");
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await buildingCount()).toBe(2);
  });

  it("does it once however many come at once", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => add("k-2", "Hut")));
    const ids = new Set(await Promise.all(all.map(async (each) => (await each.json()).id)));
    expect(ids.size).toBe(1);
    expect(await buildingCount()).toBe(2);
  });

  it("is refused when the key came with something else", async () => {
    await add("k-3", "Hut");
    const other = await add("k-3", "Barn");
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: "idempotency_key_reused" });
    expect(await buildingCount()).toBe(2);
  });

  it("has its key to itself, and can be tried again after a refusal", async () => {
    const bad = await add("k-4", "");
    expect(bad.status).toBe(422);
    expect((await add("k-4", "Hut")).status).toBe(200);
    const other = await addClientToken(api.organization, tables);
    const elsewhere = await call("createBuilding", {
      token: other.token,
      params: ofEndUser(),
      body: { name: "Barn" },
      headers: keyed("k-4"),
    });
    expect(elsewhere.headers.get("idempotency-replayed")).toBeNull();
    expect(await buildingCount()).toBe(3);
  });

  it("keeps no link of an invitation that can be read", async () => {
    const body = { role: "staff", email: `n-${api.organization.mark}@utility.example` };
    const first = await call("createUser", { body, headers: keyed("k-5") });
    const again = await call("createUser", { body, headers: keyed("k-5") });
    expect((await again.json()).id).toBe((await first.json()).id);
    const kept = await tables
      .select()
      .from(idempotentResults)
      .where(eq(idempotentResults.organizationId, api.organization.id));
    expect(kept).toHaveLength(1);
    expect(kept[0]?.result?.toString("utf8")).not.toContain("invite");
    const sent = await tables
      .select()
      .from(invitations)
      .where(eq(invitations.organizationId, api.organization.id));
    expect(sent).toHaveLength(1);
  });
});
