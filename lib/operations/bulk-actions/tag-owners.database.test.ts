import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeEach, expect, it } from "vitest";
import { devices } from "@/db/schema";
import { type Member, systemActor } from "@/lib/core/access/actor";
import { getEndUser } from "@/lib/customers/end-users/get-end-user";
import { addTag } from "@/lib/customers/tags/write-tags";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { getBulkAction } from "./read-bulk-actions";
import { workOnBulkAction } from "./resume-bulk-actions";
import { prepareBulkAction, startBulkAction, undoBulkAction } from "./start-bulk-action";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
let agent: Member;
beforeEach(async () => {
  organization = await createOrganization(tables);
  agent = actorOf(organization.staff) as Member;
});

const work = (id: string) => workOnBulkAction(systemActor(organization.id, "job"), id, 60_000);

async function tagOwners(
  which: { scope: "matching"; parameters: string } | { scope: "selected"; ids: string },
): Promise<string> {
  const request = { list: "device", act: "tag-owners", tag: "nibe", requestKey: uuidv7() } as const;
  const { id } = await prepareBulkAction(agent, { ...request, ...which });
  await startBulkAction(agent, { id });
  await work(id);
  return id;
}

const tagsOf = async (id: string) => (await getEndUser(agent, { id })).tags;

it("marks the end-users of what devices match, each once, and unmarks by undoing those alone", async () => {
  const { id: organizationId, endUser, otherEndUser } = organization;
  await tables.insert(devices).values(
    [endUser, endUser, otherEndUser].map(({ id: userId }) => ({
      organizationId,
      userId,
      kind: "heat_pump" as const,
      manufacturer: "Stiebel Eltron",
      model: "WPL 25",
    })),
  );
  await addTag(agent, { id: otherEndUser.id, tag: "nibe" });
  const id = await tagOwners({ scope: "matching", parameters: "manufacturer=Stiebel+Eltron" });
  expect(await getBulkAction(agent, { id })).toMatchObject({
    total: 3,
    doneCount: 2,
    unchangedCount: 1,
  });
  expect(await tagsOf(endUser.id)).toEqual(["nibe"]);
  await work((await undoBulkAction(agent, { id })).id);
  expect(await tagsOf(endUser.id)).toEqual([]);
  expect(await tagsOf(otherEndUser.id)).toEqual(["nibe"]);
});

it("leaves alone the end-user of a device that is gone", async () => {
  const { endUser, deviceId } = organization;
  await tables.update(devices).set({ deletedAt: new Date() }).where(eq(devices.id, deviceId));
  await tagOwners({ scope: "selected", ids: deviceId });
  expect(await tagsOf(endUser.id)).toEqual([]);
});
