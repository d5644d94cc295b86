import { and, eq, inArray } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import {
  auditEvents,
  buildings,
  devices,
  energyContracts,
  importChanges,
  notes,
  users,
} from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { updateBuilding } from "@/lib/customers/buildings/write-building";
import { addNote } from "@/lib/customers/notes/write-note";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import type { ImportKind } from "./import-headings";
import { getImport } from "./read-imports";
import { workOnImport } from "./resume-imports";
import { undoImport } from "./undo-import";
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
    .set({ externalUserId: "K-1", town: "Linz" })
    .where(eq(users.id, organization.endUser.id));
});

const work = (id: string) => workOnImport(systemActor(organization.id, "job"), id, 60_000);

async function importLines(kind: ImportKind, lines: string[]): Promise<string> {
  const { id } = await createImport(agent, {
    kind,
    fileName: "list.csv",
    content: Buffer.from(lines.join("\n")),
  });
  const { mapping } = await getImport(agent, { id });
  await checkImport(agent, { id, mapping, existing: "update" });
  await work(id);
  await runImport(agent, { id, scope: "good" });
  await work(id);
  return id;
}

async function undo(id: string) {
  await undoImport(agent, { id });
  await work(id);
  return getImport(agent, { id });
}

const address = (name: string) => `${name}-${organization.mark}@home.example`;
const personBy = async (name: string) => {
  const [person] = await tables
    .select()
    .from(users)
    .where(eq(users.email, address(name)));
  if (!person) throw new Error("There is no such person.");
  return person;
};
const readUser = async (id: string) =>
  (await tables.select().from(users).where(eq(users.id, id)))[0];

it("deletes who was created, gives others their former values, and keeps who was used since", async () => {
  const { endUser } = organization;
  const id = await importLines("end-user", [
    "email,external_user_id,first_name,town,phone",
    `${address("a")},K-7,Ada,Graz,`,
    `${address("b")},K-8,Bea,Graz,`,
    `${endUser.email},K-1,,Wels,+43 660 7086797`,
  ]);
  const before = await readUser(endUser.id);
  expect(before).toMatchObject({ town: "Wels", phoneInternational: "+436607086797" });
  await addNote(agent, { userId: (await personBy("b")).id, body: "Called." });
  const { undoableUntil } = await getImport(agent, { id });
  expect(undoableUntil?.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);

  const result = await undo(id);
  expect(result).toMatchObject({ state: "done", undoneCount: 2, undoableUntil: undefined });
  expect(result.kept).toEqual([
    {
      id: (await personBy("b")).id,
      name: "Bea",
      reason: "used",
      href: `/users/${(await personBy("b")).id}`,
    },
  ]);
  expect((await personBy("a")).deletedAt).not.toBeNull();
  expect((await personBy("b")).deletedAt).toBeNull();
  expect(await readUser(endUser.id)).toMatchObject({
    town: "Linz",
    phone: null,
    phoneInternational: null,
    version: 3,
  });
  expect(await tables.$count(notes, eq(notes.userId, (await personBy("b")).id))).toBe(1);
});

it("keeps a building that was changed or is in use, a device that is connected, and names them", async () => {
  const ofBuildings = await importLines("building", [
    "owner,name",
    "K-1,Hut",
    "K-1,Barn",
    "K-1,Shed",
  ]);
  const [hut, barn] = await Promise.all(
    ["Hut", "Barn"].map(async (name) => {
      const [found] = await tables
        .select()
        .from(buildings)
        .where(and(eq(buildings.userId, organization.endUser.id), eq(buildings.name, name)));
      if (!found) throw new Error("There is no such building.");
      return found;
    }),
  );
  await updateBuilding(agent, { id: hut?.id ?? "", version: 1, numOccupants: "3" });
  const ofDevices = await importLines("device", [
    "owner,kind,manufacturer,model,external_device_id,building",
    "K-1,wallbox,KEBA,P30,S-1,Barn",
    "K-1,wallbox,KEBA,P40,S-2,",
  ]);
  expect((await undo(ofBuildings)).kept).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: "Hut", reason: "changed" }),
      expect.objectContaining({ name: "Barn", reason: "used", id: barn?.id }),
    ]),
  );
  await tables
    .update(devices)
    .set({ isAuthenticated: true })
    .where(and(eq(devices.organizationId, organization.id), eq(devices.externalDeviceId, "S-2")));
  const result = await undo(ofDevices);
  expect(result).toMatchObject({ undoneCount: 1 });
  expect(result.kept).toMatchObject([{ name: "KEBA P40", reason: "used" }]);
});

it("keeps a contract whose former meter point another contract has by now", async () => {
  const meter = (number: number) => `AT${String(number).padStart(31, "0")}`;
  const headings = "owner,meter_id,supplier,valid_from,valid_until";
  const { contractId, endUser } = organization;
  await tables
    .update(energyContracts)
    .set({ meterId: meter(1), validFrom: "2026-01-01", buildingId: null })
    .where(eq(energyContracts.id, contractId));
  const id = await importLines("energy-contract", [headings, `K-1,${meter(1)},,,2026-06-30`]);
  await importLines("energy-contract", [headings, `${endUser.email},${meter(1)},Wind,2026-07-01,`]);
  const result = await undo(id);
  expect(result.kept).toMatchObject([{ id: contractId, reason: "taken" }]);
  const [contract] = await tables
    .select()
    .from(energyContracts)
    .where(eq(energyContracts.id, contractId));
  expect(contract).toMatchObject({ validUntil: "2026-06-30", version: 2 });
});

it("happens once however often it is asked for, and is audited", async () => {
  const id = await importLines("end-user", ["email", address("a"), address("b")]);
  await Promise.all(Array.from({ length: 4 }, () => undoImport(agent, { id })));
  await Promise.all([work(id), work(id)]);
  await undoImport(agent, { id });
  expect(await getImport(agent, { id })).toMatchObject({ state: "done", undoneCount: 2 });
  const events = await tables
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, organization.id),
        inArray(auditEvents.action, ["import.undo-started", "import.undone", "end-user.deleted"]),
      ),
    );
  expect(events.map(({ action }) => action).sort()).toEqual([
    "end-user.deleted",
    "end-user.deleted",
    "import.undo-started",
    "import.undone",
  ]);
  expect(await tables.$count(importChanges, eq(importChanges.importId, id))).toBe(0);
});

it("is refused after 30 days", async () => {
  const id = await importLines("end-user", ["email", address("a")]);
  holdClock(new Date(Date.now() + 31 * 86_400_000));
  expect((await getImport(agent, { id })).undoableUntil).toBeUndefined();
  await expect(undoImport(agent, { id })).rejects.toEqual(new Conflict("undoOver"));
});
