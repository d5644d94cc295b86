import { and, eq, isNull } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildings, devices, energyContracts, users } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import type { ImportKind } from "./import-headings";
import { getImport, listImportProblems } from "./read-imports";
import { workOnImport } from "./resume-imports";
import { checkImport, createImport, runImport } from "./write-import";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

let organization: TestOrganization;
let agent: Member;
beforeEach(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
  await tables
    .update(users)
    .set({ externalUserId: "K-1" })
    .where(eq(users.id, organization.endUser.id));
  await tables
    .update(users)
    .set({ externalUserId: "K-2" })
    .where(eq(users.id, organization.otherEndUser.id));
  holdClock(new Date("2026-11-28T12:00:00Z"));
});

const work = (id: string) => workOnImport(systemActor(organization.id, "job"), id, 60_000);

async function check(
  kind: ImportKind,
  lines: string[],
  existing: "refuse" | "update" = "update",
): Promise<string> {
  const { id } = await createImport(agent, {
    kind,
    fileName: "list.csv",
    content: Buffer.from(lines.join("\n")),
  });
  const { mapping } = await getImport(agent, { id });
  await checkImport(agent, { id, mapping, existing });
  await work(id);
  return id;
}

async function countsOf(id: string) {
  const { rowCount, faultyCount, changingCount, unchangedCount } = await getImport(agent, { id });
  return {
    added: rowCount - faultyCount - changingCount - unchangedCount,
    changed: changingCount,
    unchanged: unchangedCount,
    faulty: faultyCount,
  };
}

const listed = async (id: string, list: "problems" | "warnings" = "problems") =>
  (await listImportProblems(agent, { id, list })).rows.map(({ line, problems }) => [
    line,
    problems,
  ]);

const run = async (id: string) => {
  await runImport(agent, { id, scope: "good" });
  await work(id);
  return getImport(agent, { id });
};

const meter = (number: number) => `AT${String(number).padStart(31, "0")}`;
const living = (table: typeof devices | typeof buildings | typeof energyContracts) =>
  tables
    .select()
    .from(table)
    .where(and(eq(table.organizationId, organization.id), isNull(table.deletedAt)));

describe("devices", () => {
  const headings =
    "Kundennummer;Geräteart;Hersteller;Modell;Seriennummer;Gebäude;Bemerkung;Baujahr";
  const row = (more: string) => `K-1;Wallbox;KEBA;P30;S-1;${more}`;

  it("are known by their serial number, and only what a row fills in is changed", async () => {
    await run(await check("device", [headings, row(";im Carport;2021")]));
    const id = await check("device", [
      headings,
      "K-1;Wallbox;keba;P40;s-1;;;",
      "K-1;Wallbox;go-e;Gemini;G-1;;;",
    ]);
    expect(await countsOf(id)).toEqual({ added: 1, changed: 1, unchanged: 0, faulty: 0 });
    expect(await run(id)).toMatchObject({ state: "done", doneCount: 2 });
    const [device] = await tables.select().from(devices).where(eq(devices.externalDeviceId, "S-1"));
    expect(device).toMatchObject({
      manufacturer: "KEBA",
      model: "P40",
      comment: "im Carport",
      modelYear: 2021,
      version: 2,
    });
    const again = await check("device", [headings, row(";im Carport;2021").replace("P30", "P40")]);
    expect(await countsOf(again)).toEqual({ added: 0, changed: 0, unchanged: 1, faulty: 0 });
  });

  it("of which one has the serial number already are refused", async () => {
    await run(await check("device", [headings, row(";;")]));
    const lines = [headings, row(";;"), row(";;").replace("K-1", "K-2")];
    expect(await listed(await check("device", lines, "refuse"))).toEqual([
      [2, { externalDeviceId: "serialTaken:KEBA P30" }],
      [3, { externalDeviceId: "serialTaken:KEBA P30" }],
    ]);
    expect(await listed(await check("device", lines))).toEqual([
      [3, { externalDeviceId: "serialTaken:KEBA P30" }],
    ]);
    const twice = [headings, row(";;").replace("S-1", "S-7"), row(";;").replace("S-1", "s-7")];
    expect(await listed(await check("device", twice))).toEqual([
      [3, { externalDeviceId: "repeated" }],
    ]);
  });

  it("are assigned to the building that a row names by name, address or id", async () => {
    const { buildingId } = organization;
    await tables
      .update(buildings)
      .set({ name: "Zuhause", streetAndNumber: "Ringstraße 4", zipCode: "4020", town: "Linz" })
      .where(eq(buildings.id, buildingId));
    const id = await check("device", [
      headings,
      "K-1;Wallbox;KEBA;P30;A;zuhause;;",
      "K-1;Wallbox;KEBA;P30;B;Ringstr. 4, 4020 Linz;;",
      `K-1;Wallbox;KEBA;P30;C;${buildingId};;`,
      "K-1;Wallbox;KEBA;P30;D;Garage;;",
      "K-2;Wallbox;KEBA;P30;E;Zuhause;;",
    ]);
    expect(await listed(id)).toEqual([
      [5, { building: "noSuchBuilding" }],
      [6, { building: "noSuchBuilding" }],
    ]);
    await run(id);
    const made = await tables.select().from(devices).where(eq(devices.manufacturer, "KEBA"));
    expect(
      made
        .filter((device) => device.buildingId === buildingId)
        .map((each) => each.externalDeviceId),
    ).toEqual(expect.arrayContaining(["A", "B", "C"]));
  });
});

describe("buildings", () => {
  const headings = "Kundennummer;Name;Straße;PLZ;Ort;PV;Personen";

  it("are known by address and name, and keep their name", async () => {
    await run(
      await check("building", [
        headings,
        "K-1;Zuhause;Ringstraße 4;4020;Linz;ja;",
        "K-2;Zuhause;;;;;",
      ]),
    );
    const id = await check("building", [
      headings,
      "K-1;Haus;Ringstr. 4;4020;Linz;;",
      "K-2;zuhause;Parkweg 1;4020;Linz;;",
      "K-1;Hütte;;;;;",
    ]);
    expect(await countsOf(id)).toEqual({ added: 1, changed: 2, unchanged: 0, faulty: 0 });
    expect(await listed(id, "warnings")).toEqual([[2, { name: "buildingNameKept:Zuhause" }]]);
    await run(id);
    const names = (await living(buildings)).map((building) =>
      "name" in building ? building.name : "",
    );
    expect(names.sort()).toEqual(
      ["Hütte", `Home ${organization.mark}`, "Zuhause", "zuhause"].sort(),
    );
    const again = await check("building", [headings, "K-1;Zuhause;Ringstr. 4;4020;Linz;ja;"]);
    expect(await countsOf(again)).toMatchObject({ added: 0, faulty: 0 });
    expect(
      await listed(
        await check("building", [headings, "K-1;ZUHAUSE;Ringstr. 4;4020;Linz;ja;"], "refuse"),
      ),
    ).toEqual([[2, { name: "buildingTaken:Zuhause" }]]);
  });
});

describe("buildings without a name", () => {
  const headings = "Kundennummer;Straße;PLZ;Ort;PV";

  it("are called by their address, and known by it when the file comes again", async () => {
    await run(await check("building", [headings, "K-2;Parkweg 1;4020;Linz;"]));
    const named = async () =>
      tables.select().from(buildings).where(eq(buildings.userId, organization.otherEndUser.id));
    const nameless = { name: "Parkweg 1, 4020 Linz", hasName: false };
    expect(await named()).toContainEqual(expect.objectContaining(nameless));
    const again = await check("building", [headings, "K-2;Parkweg 1;4020;Linz;ja"]);
    expect(await countsOf(again)).toEqual({ added: 0, changed: 1, unchanged: 0, faulty: 0 });
    await run(again);
    expect(await named()).toContainEqual(
      expect.objectContaining({ ...nameless, photovoltaic: true }),
    );
    const refused = await check("building", [headings, "K-2;Parkweg 1;4020;Linz;ja"], "refuse");
    expect(await listed(refused)).toEqual([[2, { name: "buildingTaken:Parkweg 1, 4020 Linz" }]]);
  });

  it("keep the name that somebody gave them", async () => {
    await run(
      await check("building", [
        "Kundennummer;Name;Straße;PLZ;Ort",
        "K-2;Mühle;Parkweg 1;4020;Linz",
      ]),
    );
    const id = await check("building", [headings, "K-2;Parkweg 1;4020;Linz;ja"]);
    expect(await listed(id, "warnings")).toEqual([]);
    await run(id);
    expect(await living(buildings)).toContainEqual(expect.objectContaining({ name: "Mühle" }));
  });

  it("need a part of an address", async () => {
    const id = await check("building", [headings, "K-2;;;;ja"]);
    expect(await listed(id)).toEqual([[2, { name: "nameOrAddress" }]]);
  });
});

describe("contracts", () => {
  const headings = "Kundennummer;Zählpunkt;Lieferant;Arbeitspreis;Gültig ab;Gültig bis;Gebäude";

  it("are added with their price and days, and changed by meter point", async () => {
    const grouped = "at 000000 00000 00000 00000 00000 00007";
    await run(
      await check("energy-contract", [headings, `K-1;${grouped};Sonne;0,249;01.02.2026;;`]),
    );
    const [made] = await tables
      .select()
      .from(energyContracts)
      .where(
        and(
          eq(energyContracts.organizationId, organization.id),
          eq(energyContracts.meterId, meter(7)),
        ),
      );
    expect(made).toMatchObject({
      supplier: "Sonne",
      validFrom: "2026-02-01",
      currencyEnergyPrice: "EUR",
      energyPrices: [{ price: 0.249, timestamp: "2026-01-31T23:00:00.000Z" }],
    });
    const id = await check("energy-contract", [
      headings,
      `K-1;${meter(7)};Donau;0,28;;31.12.2027;`,
      `K-1;${meter(8)};Donau;;2026-11-28;;`,
    ]);
    expect(await countsOf(id)).toEqual({ added: 1, changed: 1, unchanged: 0, faulty: 0 });
    await run(id);
    const [changed] = await tables
      .select()
      .from(energyContracts)
      .where(eq(energyContracts.id, made?.id ?? ""));
    expect(changed).toMatchObject({
      supplier: "Donau",
      validFrom: "2026-02-01",
      validUntil: "2027-12-31",
      energyPrices: [{ price: 0.249 }, { price: 0.28, timestamp: "2026-11-28T12:00:00.000Z" }],
    });
  });

  it("of one meter point may not hold on one day", async () => {
    await run(await check("energy-contract", [headings, `K-1;${meter(7)};Sonne;;2026-01-01;;`]));
    const id = await check("energy-contract", [
      headings,
      `K-2;${meter(7)};Donau;;2026-06-01;;`,
      `K-1;${meter(9)};Donau;;2026-01-01;2026-05-31;`,
      `K-1;${meter(9)};Wind;;2026-06-01;;`,
      `K-1;${meter(9)};Wind;;2027-01-01;;`,
      "K-1;AT12;Wind;;2026-01-01;;",
    ]);
    expect(await listed(id)).toEqual([
      [2, { meterId: "meterOverlap:Sonne (2026-01-01 – …)" }],
      [5, { meterId: "repeated" }],
      [6, { meterId: "meterPointAT" }],
    ]);
  });

  it("warn of prices that look like cents, and of days that can be read in two ways", async () => {
    const id = await check("energy-contract", [
      "owner,meter_id,price,valid_from",
      `K-1,${meter(1)},24.9,03/04/2026`,
    ]);
    expect(await listed(id, "warnings")).toEqual([
      [2, { price: "priceHigh:24.9", validFrom: "dayAmbiguous:2026-04-03" }],
    ]);
    const byFile = await check("energy-contract", [
      "owner,meter_id,ct/kWh,valid_from",
      `K-1,${meter(1)},24.9,03/04/2026`,
      `K-1,${meter(2)},24.9,03/28/2026`,
    ]);
    expect(await listed(byFile, "warnings")).toEqual([]);
    await run(byFile);
    const [contract] = await tables
      .select()
      .from(energyContracts)
      .where(
        and(
          eq(energyContracts.organizationId, organization.id),
          eq(energyContracts.meterId, meter(1)),
        ),
      );
    expect(contract).toMatchObject({ validFrom: "2026-03-04", energyPrices: [{ price: 0.249 }] });
  });

  it("are refused when another took the meter point after the check", async () => {
    const id = await check("energy-contract", [headings, `K-1;${meter(7)};Sonne;;2026-01-01;;`]);
    await run(await check("energy-contract", [headings, `K-2;${meter(7)};Wind;;2026-01-01;;`]));
    expect(await run(id)).toMatchObject({ doneCount: 0, faultyCount: 1 });
    expect(await listed(id)).toEqual([[2, { meterId: "meterOverlap:Wind (2026-01-01 – …)" }]]);
  });
});
