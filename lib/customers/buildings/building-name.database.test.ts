import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeEach, expect, it } from "vitest";
import { auditDetails, auditEvents, buildings } from "@/db/schema";
import { Invalid } from "@/lib/core/errors";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { toBuildingName } from "./building-name";
import { getBuilding } from "./get-building";
import { listBuildings } from "./list-buildings";
import { createBuilding, updateBuilding } from "./write-building";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const agent = () => actorOf(organization.staff);
const address = { streetAndNumber: "Ringstraße 4", zipCode: "4020", town: "Linz" };
const add = (fields: object) =>
  createBuilding.from(agent(), { userId: organization.endUser.id, ...fields });
const shown = async (id: string) => (await getBuilding(agent(), { id })).name;

it("shows a building without a name by its address, wherever it is listed or named", async () => {
  const { id } = await add({ ...address, name: "" });
  expect(await getBuilding(agent(), { id })).toMatchObject({
    name: "Ringstraße 4, 4020 Linz",
    fields: { name: null },
  });
  const { rows } = await listBuildings(agent(), { search: "Ringstr. 4", sort: "name" });
  expect(rows).toMatchObject([{ id, name: "Ringstraße 4, 4020 Linz", hasName: false }]);
  const [event] = await tables
    .select({ action: auditEvents.action, name: auditDetails.targetName })
    .from(auditEvents)
    .innerJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
    .where(eq(auditEvents.targetId, id));
  expect(event).toEqual({ action: "building.created", name: "Ringstraße 4, 4020 Linz" });
});

it("sorts buildings without a name by their address", async () => {
  for (const fields of [
    { name: "Mühle" },
    { streetAndNumber: "Zeile 1" },
    { streetAndNumber: "Allee 1" },
  ]) {
    await add(fields);
  }
  const { rows } = await listBuildings(agent(), { sort: "name", direction: "asc" });
  const names = rows.map(({ name }) => name).filter((name) => !name.startsWith("Home"));
  expect(names).toEqual(["Allee 1", "Mühle", "Zeile 1"]);
});

it("follows a changed address, keeps a given name, and goes back when the name is emptied", async () => {
  const { id } = await add(address);
  await updateBuilding(agent(), { id, version: 1, streetAndNumber: "Parkweg 1" });
  expect(await shown(id)).toBe("Parkweg 1, 4020 Linz");
  // What a client of the API reads and sends back is not a name.
  await updateBuilding(agent(), { id, version: 2, name: "Parkweg 1, 4020 Linz", town: "Wels" });
  expect(await shown(id)).toBe("Parkweg 1, 4020 Wels");
  await updateBuilding(agent(), { id, version: 3, name: "Mühle" });
  await updateBuilding(agent(), { id, version: 4, town: "Graz" });
  expect(await shown(id)).toBe("Mühle");
  await updateBuilding(agent(), { id, version: 5, name: "" });
  expect(await shown(id)).toBe("Parkweg 1, 4020 Graz");
});

it("refuses a building that has neither name nor address, also when both are emptied", async () => {
  const refusal = new Invalid({ name: "nameOrAddress" });
  await expect(add({ streetAddInfo: "Top 1" })).rejects.toEqual(refusal);
  const { id } = await add({ streetAndNumber: "Parkweg 1" });
  await expect(updateBuilding(agent(), { id, version: 1, streetAndNumber: "" })).rejects.toEqual(
    refusal,
  );
});

it("is not added twice at one address without a name", async () => {
  await add(address);
  await expect(add({ ...address, streetAndNumber: "RINGSTR. 4" })).rejects.toMatchObject({
    fields: { name: "buildingTaken:Ringstraße 4, 4020 Linz" },
  });
});

it("is called the same by the database and the application", async () => {
  const text = fc.option(
    fc.oneof(fc.string({ unit: "grapheme", maxLength: 20 }), fc.string({ maxLength: 60 })),
    { nil: null },
  );
  const isStorable = (part: string | null) =>
    part === null || (!part.includes("\u0000") && part.isWellFormed() && part.trim() === part);
  const part = text.filter(isStorable).map((value) => value || null);
  const place = fc.record({
    name: part,
    streetAndNumber: part,
    streetAddInfo: part,
    zipCode: part.map((value) => value && Array.from(value).slice(0, 10).join("").trim()),
    town: part,
  });
  const { id } = await add({ name: "Mühle" });
  await fc.assert(
    fc.asyncProperty(place, async (fields) => {
      const [row] = await tables
        .update(buildings)
        .set({ ...fields, name: fields.name ?? "" })
        .where(eq(buildings.id, id))
        .returning();
      expect(row?.name).toBe(toBuildingName(fields));
    }),
    { numRuns: 100 },
  );
});
