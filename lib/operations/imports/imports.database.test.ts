import { and, eq, isNull } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildings, devices, imports, users } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import type { ImportKind } from "./import-headings";
import { getImport, listImportProblems } from "./read-imports";
import { resumeStalledImports, workOnImport } from "./resume-imports";
import { workImport } from "./work-import";
import { cancelImport, checkImport, createImport, runImport } from "./write-import";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

let organization: TestOrganization;
let agent: Member;
beforeEach(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
});

const system = () => systemActor(organization.id, "job");

async function check(kind: ImportKind, content: string): Promise<string> {
  const { id } = await createImport(agent, {
    kind,
    fileName: "list.csv",
    content: Buffer.from(content),
  });
  const { mapping } = await getImport(agent, { id });
  await checkImport(agent, { id, mapping });
  await workOnImport(system(), id, 60_000);
  return id;
}

async function problemsOf(id: string) {
  const { rows } = await listImportProblems(agent, { id });
  return rows.map(({ line, problems }) => [line, problems]);
}

const run = async (id: string, scope: "all" | "good") => {
  await runImport(agent, { id, scope });
  return workOnImport(system(), id, 60_000);
};

const endUsers = () =>
  tables
    .select()
    .from(users)
    .where(
      and(
        eq(users.organizationId, organization.id),
        eq(users.role, "user"),
        isNull(users.deletedAt),
      ),
    );

describe("the dry run", () => {
  it("names every problem by line and field, and makes nothing", async () => {
    const { endUser } = organization;
    const id = await check(
      "end-user",
      [
        "E-Mail;Kundennummer;Vorname;Land",
        "eva@home.example;K1;Eva;AT",
        "no address;K2;Ida;AT",
        `${endUser.email.toUpperCase()};K3;;AT`,
        "EVA@home.example;K4;Eva;DE",
        "mia@home.example;K1;Mia;Atlantis",
        "lea@home.example;K1;Lea;AT",
        "",
      ].join("\r\n"),
    );
    expect(await getImport(agent, { id })).toMatchObject({
      state: "checked",
      rowCount: 6,
      checkedCount: 6,
      faultyCount: 5,
    });
    expect(await problemsOf(id)).toEqual([
      [3, { email: "email" }],
      [4, { email: "emailTaken" }],
      [5, { email: "repeated" }],
      [6, { country: "country" }],
      [7, { externalUserId: "repeated" }],
    ]);
    expect(await endUsers()).toHaveLength(2);
    await expect(runImport(agent, { id, scope: "all" })).rejects.toEqual(
      new Conflict("importFaulty"),
    );
    await run(id, "good");
    expect(await endUsers()).toHaveLength(3);
    expect(await getImport(agent, { id })).toMatchObject({ state: "done", doneCount: 1 });
  });

  it("wants a column for what is needed", async () => {
    const { id } = await createImport(agent, {
      kind: "building",
      fileName: "b.csv",
      content: Buffer.from("name,town\nHome,Linz"),
    });
    await expect(checkImport(agent, { id, mapping: { name: 0 } })).rejects.toEqual(
      new Invalid({ column_owner: "required" }),
    );
  });

  it("may be repeated with other columns", async () => {
    const { id } = await createImport(agent, {
      kind: "end-user",
      fileName: "b.csv",
      content: Buffer.from("one,two\nx,eva@home.example"),
    });
    for (const [column, faultyCount] of [
      [0, 1],
      [1, 0],
    ]) {
      await checkImport(agent, { id, mapping: { email: column } });
      await workOnImport(system(), id);
      expect(await getImport(agent, { id })).toMatchObject({ state: "checked", faultyCount });
    }
  });
});

describe("carrying out", () => {
  it("makes buildings and devices of end-users by address, number or id", async () => {
    const { endUser, otherEndUser } = organization;
    await tables.update(users).set({ externalUserId: "K-7" }).where(eq(users.id, otherEndUser.id));
    const ofBuildings = await check(
      "building",
      `owner,name,latitude,pv\n${endUser.email},Hut,"48,2",ja\nK-7,Barn,,\nnobody,Shed,,\n`,
    );
    expect(await problemsOf(ofBuildings)).toEqual([[4, { owner: "noSuchEndUser" }]]);
    await run(ofBuildings, "good");
    const made = await tables.select().from(buildings).where(eq(buildings.userId, otherEndUser.id));
    expect(made).toMatchObject([{ name: "Barn", photovoltaic: false }]);
    const ofDevices = await check(
      "device",
      `user_id,kind,manufacturer,model,external_device_id\n${otherEndUser.id},wallbox,KEBA,P30,S-1\n`,
    );
    await run(ofDevices, "all");
    const [device] = await tables.select().from(devices).where(eq(devices.userId, otherEndUser.id));
    expect(device).toMatchObject({ kind: "wallbox", externalDeviceId: "S-1" });
  });

  it("makes home batteries and smart meters, and optimises no meter", async () => {
    const { endUser } = organization;
    const row = (kind: string, serial: string, optimized: string) =>
      `${endUser.email};${kind};Maker;Model;${serial};${optimized}`;
    const id = await check(
      "device",
      [
        "E-Mail;Geräteart;Hersteller;Modell;Seriennummer;is_smart_optimization_active",
        row("Heimspeicher", "B-1", "ja"),
        row("Stromzähler", "M-1", "nein"),
        row("iMSys", "M-2", ""),
        row("Smart Meter", "M-3", "ja"),
      ].join("\n"),
    );
    expect(await problemsOf(id)).toEqual([[5, { isSmartOptimizationActive: "measuresOnly" }]]);
    await run(id, "good");
    const made = await tables
      .select({
        kind: devices.kind,
        serial: devices.externalDeviceId,
        isOptimized: devices.isSmartOptimizationActive,
      })
      .from(devices)
      .where(and(eq(devices.userId, endUser.id), eq(devices.manufacturer, "Maker")))
      .orderBy(devices.externalDeviceId);
    expect(made).toEqual([
      { kind: "home_battery", serial: "B-1", isOptimized: true },
      { kind: "smart_meter", serial: "M-1", isOptimized: false },
      { kind: "smart_meter", serial: "M-2", isOptimized: false },
    ]);
  });

  it("makes none of all where one has become impossible", async () => {
    const id = await check("end-user", "email\na@home.example\nb@home.example");
    await tables
      .update(users)
      .set({ email: "b@home.example" })
      .where(eq(users.id, organization.endUser.id));
    await run(id, "all");
    expect(await getImport(agent, { id })).toMatchObject({
      state: "failed",
      problem: "importChanged",
    });
    expect(await endUsers()).toHaveLength(2);
  });

  it("goes on where a worker died, and makes nothing twice", async () => {
    const lines = Array.from({ length: 2500 }, (_, number) => `many-${number}@home.example`);
    const id = await check("end-user", `email\n${lines.join("\n")}`);
    await runImport(agent, { id, scope: "good" });
    await workImport(agent, { id });
    expect(await getImport(agent, { id })).toMatchObject({ state: "running", doneCount: 1000 });
    holdClock(new Date(Date.now() + 61_000));
    expect(await resumeStalledImports(system(), {})).toEqual({ resumed: 1 });
    await Promise.all([workOnImport(system(), id, 60_000), workOnImport(system(), id, 60_000)]);
    expect(await getImport(agent, { id })).toMatchObject({ state: "done", doneCount: 2500 });
    expect(await endUsers()).toHaveLength(2502);
  }, 60_000);

  it("stops when cancelled", async () => {
    const id = await check("end-user", "email\na@home.example");
    await cancelImport(agent, { id });
    await run(id, "good");
    expect(await endUsers()).toHaveLength(2);
  });
});

it("is forgotten in time", async () => {
  const id = await check("end-user", "email\na@home.example");
  holdClock(new Date(Date.now() + 8 * 86_400_000));
  await resumeStalledImports(system(), {});
  expect(await tables.$count(imports, eq(imports.id, id))).toBe(0);
});
