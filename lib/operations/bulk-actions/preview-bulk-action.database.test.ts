import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeEach, expect, it } from "vitest";
import { bulkActionRows, devices, outgoingMails, users } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { addTag } from "@/lib/customers/tags/write-tags";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { loseDevice } from "@/testing/records/connections";
import { addDevice, addVehicle } from "@/testing/records/devices";
import { previewBulkAction } from "./preview-bulk-action";
import { getBulkAction, listBulkActionRows } from "./read-bulk-actions";
import { workOnBulkAction } from "./resume-bulk-actions";
import { prepareBulkAction, startBulkAction } from "./start-bulk-action";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
let agent: Member;
beforeEach(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
});

const prepare = (request: object) =>
  prepareBulkAction.from(agent, { scope: "selected", requestKey: uuidv7(), ...request });

async function run(id: string): Promise<void> {
  await startBulkAction.from(agent, { id });
  await workOnBulkAction(systemActor(organization.id, "job"), id, 60_000);
}

const lose = async (deviceId: string) => loseDevice({ ...organization, deviceId }, tables);

it("does nothing to chosen records before it is started", async () => {
  const { id } = await prepare({ list: "end-user", act: "archive", ids: organization.endUser.id });
  expect(await getBulkAction(agent, { id })).toMatchObject({ state: "draft", total: 1 });
  await workOnBulkAction(systemActor(organization.id, "job"), id, 1000);
  const [endUser] = await tables
    .select({ archivedAt: users.archivedAt })
    .from(users)
    .where(eq(users.id, organization.endUser.id));
  expect(endUser?.archivedAt).toBeNull();
});

it("tells how many customers get an email and why others get none, as the run then does", async () => {
  const lost = await lose(organization.deviceId);
  const second = await lose(await addVehicle(organization, tables));
  const connected = await addVehicle(organization, tables);
  const unreachable = await lose(await addVehicle(organization, tables));
  await tables
    .update(devices)
    .set({ userId: organization.otherEndUser.id, buildingId: null })
    .where(eq(devices.id, unreachable));
  await tables
    .update(users)
    .set({ email: null, passwordHash: null, status: "no-access" })
    .where(eq(users.id, organization.otherEndUser.id));
  const ids = [lost, second, connected, unreachable];
  const { id } = await prepare({ list: "device", act: "send-links", ids: ids.join(",") });
  const preview = await previewBulkAction(agent, { id });
  expect(preview).toMatchObject({
    count: { count: 4, isMore: false },
    effect: {
      changed: 1,
      customers: 1,
      skipped: [
        { reason: "connected", count: 1 },
        { reason: "sameCustomer", count: 1 },
        { reason: "noEmail", count: 1 },
      ],
    },
  });
  expect(preview.first.find((record) => record.id === lost)).toMatchObject({
    owner: { id: organization.endUser.id, name: organization.endUser.name },
  });
  await run(id);
  const sent = and(
    eq(outgoingMails.organizationId, organization.id),
    eq(outgoingMails.template, "reconnection"),
  );
  expect(await tables.$count(outgoingMails, sent)).toBe(1);
  const { rows } = await listBulkActionRows(agent, { id, result: "unchanged" });
  expect(rows.map(({ problem }) => problem).toSorted()).toEqual([
    "connected",
    "noEmail",
    "sameCustomer",
  ]);
  expect(rows.find((row) => row.id === unreachable)).toMatchObject({
    owner: { id: organization.otherEndUser.id },
  });
});

it("tells which devices a pause leaves as they are", async () => {
  const meter = await addDevice("smart_meter", organization, tables);
  const off = await addVehicle(organization, tables);
  await tables
    .update(devices)
    .set({ isSmartOptimizationActive: true })
    .where(eq(devices.id, organization.deviceId));
  const ids = [organization.deviceId, meter, off].join(",");
  const { id } = await prepare({ list: "device", act: "pause-optimization", ids });
  expect((await previewBulkAction(agent, { id })).effect).toMatchObject({
    changed: 1,
    skipped: [
      { reason: "measuresOnly", count: 1 },
      { reason: "alreadyOff", count: 1 },
    ],
  });
});

it("tells who has a tag already, and counts the owners of devices once", async () => {
  const { endUser, otherEndUser, deviceId } = organization;
  const vehicle = await addVehicle(organization, tables);
  await addTag(agent, { id: otherEndUser.id, tag: "VIP" });
  const onCustomers = await prepare({
    list: "end-user",
    act: "add-tag",
    tag: "vip",
    ids: `${endUser.id},${otherEndUser.id}`,
  });
  expect((await previewBulkAction(agent, onCustomers)).effect).toEqual({
    changed: 1,
    customers: 1,
    skipped: [{ reason: "alreadyTagged", count: 1 }],
  });
  const onOwners = await prepare({
    list: "device",
    act: "tag-owners",
    tag: "vip",
    ids: `${deviceId},${vehicle}`,
  });
  expect((await previewBulkAction(agent, onOwners)).effect).toEqual({
    changed: 2,
    customers: 1,
    skipped: [],
  });
});

it("leaves out records that are gone by the time of the review", async () => {
  const { id } = await prepare({ list: "end-user", act: "archive", ids: organization.endUser.id });
  await tables
    .update(users)
    .set({ deletedAt: new Date() })
    .where(eq(users.id, organization.endUser.id));
  expect((await previewBulkAction(agent, { id })).effect).toMatchObject({ changed: 0 });
  expect(await tables.$count(bulkActionRows, eq(bulkActionRows.bulkActionId, id))).toBe(1);
});
