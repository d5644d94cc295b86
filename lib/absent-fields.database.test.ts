import { afterAll, beforeAll, expect, it } from "vitest";
import { buildings } from "@/db/schema";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { useCaseExamples } from "@/testing/use-case-examples";
import { registeredUseCases } from "./core/use-cases/pipeline";
import { updateBuilding } from "./customers/buildings/write-building";

import.meta.glob(["/lib/**/*.ts", "!/lib/**/*.test.ts"], { eager: true });

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeAll(async () => {
  organization = await createOrganization(tables);
});

/** Inputs that are no stored field: their default changes nothing. */
const inputsOfTheCall = ["reason", "removesLogo", "asksAgain"];

/** Documents with rules between their fields, which are written whole; the API fills in what was not sent. */
const writtenWhole = ["updateDeviceSettings", "updateChargePolicy"];

const updates = registeredUseCases
  .map(({ useCase }) => useCase)
  .filter(
    ({ kind, name }) =>
      kind === "command" && name.startsWith("update") && !writtenWhole.includes(name),
  );

it("finds the commands that update records", () => {
  expect(updates.length).toBeGreaterThan(10);
});

it.each(updates)("$name leaves out what was not sent", async ({ name, input: schema }) => {
  const example = await useCaseExamples[name]?.input(organization, tables, organization.admin);
  const whole = Object.entries(example ?? {});
  const inputs = [whole, ...whole.map(([left]) => whole.filter(([key]) => key !== left))];
  for (const entries of inputs) {
    const parsed = schema.safeParse(Object.fromEntries(entries));
    if (!parsed.success) continue;
    const sent = entries.map(([key]) => key);
    const added = Object.entries(parsed.data as object)
      .filter(([key, value]) => value !== undefined && !sent.includes(key))
      .map(([key]) => key);
    expect(added.filter((key) => !inputsOfTheCall.includes(key))).toEqual([]);
  }
});

it("a building keeps every field that an update does not name", async () => {
  const admin = actorOf(organization.admin);
  const id = organization.buildingId;
  const all = {
    name: "Home",
    propertyType: "Flat",
    streetAndNumber: "Quellenweg 7",
    latitude: 47.1,
    numOccupants: 3,
    photovoltaic: true,
    country: "AT",
  };
  await updateBuilding(admin, { id, version: 1, ...all });
  await updateBuilding(admin, { id, version: 2, town: "Graz" });
  const [row] = (await tables.select().from(buildings)).filter((building) => building.id === id);
  expect(row).toMatchObject({ ...all, town: "Graz" });
});
