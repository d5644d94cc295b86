import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeEach, expect, it } from "vitest";
import { devices } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import type { BulkAct } from "./bulk-acts";
import { getBulkAction } from "./read-bulk-actions";
import { workOnBulkAction } from "./resume-bulk-actions";
import { prepareBulkAction, startBulkAction, undoBulkAction } from "./start-bulk-action";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

const start = new Date("2027-01-15T12:00:00Z");
let organization: TestOrganization;
let agent: Member;
beforeEach(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
  await setDevice({ isSmartOptimizationActive: true });
});
afterEach(() => holdClock());

const setDevice = (fields: Partial<typeof devices.$inferInsert>) =>
  tables.update(devices).set(fields).where(eq(devices.id, organization.deviceId));

const optimization = async () => {
  const [device] = await tables
    .select({
      isActive: devices.isSmartOptimizationActive,
      until: devices.pausePowerUntil,
    })
    .from(devices)
    .where(eq(devices.id, organization.deviceId));
  return device;
};

const work = (id: string) => workOnBulkAction(systemActor(organization.id, "job"), id, 60_000);

async function prepare(act: BulkAct): Promise<string> {
  const request = { list: "device", scope: "selected", requestKey: uuidv7() };
  const ids = organization.deviceId;
  return (await prepareBulkAction.from(agent, { ...request, act, ids })).id;
}

async function pause(fields: object): Promise<string> {
  holdClock(start);
  const id = await prepare("pause-optimization");
  await startBulkAction.from(agent, { id, ...fields });
  await work(id);
  return id;
}

async function undo(id: string): Promise<void> {
  await work((await undoBulkAction(agent, { id })).id);
}

it.each([
  [{}, { pauseFor: "required" }],
  [{ pauseFor: "5" }, { pauseFor: "choice" }],
  [{ pauseFor: "until" }, { pauseUntil: "required" }],
  [{ pauseFor: "until", pauseUntil: "2027-01-15T12:59" }, { pauseUntil: "past" }],
  [{ pauseFor: "until", pauseUntil: "2027-03-28T02:30" }, { pauseUntil: "moment" }],
])("refuses a pause of %j", async (fields, problems) => {
  await expect(pause(fields)).rejects.toEqual(new Invalid(problems));
  expect(await optimization()).toEqual({ isActive: true, until: null });
});

it("switches the optimisation off for a pause until somebody resumes", async () => {
  const id = await pause({ pauseFor: "resumed" });
  expect(await optimization()).toEqual({ isActive: false, until: null });
  await undo(id);
  expect(await optimization()).toEqual({ isActive: true, until: null });
});

it("pauses for some hours, which is undone where nobody has set another end", async () => {
  const until = new Date("2027-01-15T15:00:00Z");
  const id = await pause({ pauseFor: "3" });
  expect(await optimization()).toEqual({ isActive: true, until });
  expect(await getBulkAction(agent, { id })).toMatchObject({ pauseUntil: until, doneCount: 1 });
  await undo(id);
  expect(await optimization()).toEqual({ isActive: true, until: null });

  const second = await pause({ pauseFor: "6" });
  const other = new Date("2027-02-01T00:00:00Z");
  await setDevice({ pausePowerUntil: other });
  await undo(second);
  expect(await optimization()).toEqual({ isActive: true, until: other });
});

it("reads the end of a pause on a clock of the organization", async () => {
  await pause({ pauseFor: "until", pauseUntil: "2027-01-15T20:00" });
  expect((await optimization())?.until).toEqual(new Date("2027-01-15T19:00:00Z"));
});

it("ends a pause and switches on what was off when it resumes", async () => {
  await pause({ pauseFor: "72" });
  const id = await prepare("resume-optimization");
  await startBulkAction.from(agent, { id });
  await work(id);
  expect(await optimization()).toEqual({ isActive: true, until: null });
  expect(await getBulkAction(agent, { id })).toMatchObject({ doneCount: 1 });
});
