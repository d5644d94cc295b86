import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, expect, it } from "vitest";
import { bulkActionRows, outgoingMails } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { workOnBulkAction } from "@/lib/operations/bulk-actions/resume-bulk-actions";
import {
  prepareBulkAction,
  startBulkAction,
  undoBulkAction,
} from "@/lib/operations/bulk-actions/start-bulk-action";
import { actorOf, createOrganization, ownerConnection } from "@/testing/organization";
import { loseDevice } from "@/testing/records/connections";
import { addVehicle } from "@/testing/records/devices";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

it("sends one mail to a person, none for connected devices, and is not taken back", async () => {
  const organization = await createOrganization(tables);
  const agent = actorOf(organization.staff);
  const lost = await loseDevice(organization, tables);
  const vehicle = await addVehicle(organization, tables);
  await loseDevice({ ...organization, deviceId: vehicle }, tables);
  const connected = await addVehicle(organization, tables);
  const send = async () => {
    const { id } = await prepareBulkAction(agent, {
      list: "device",
      act: "send-links",
      scope: "selected",
      ids: [lost, vehicle, connected].join(","),
      requestKey: uuidv7(),
    });
    await startBulkAction(agent, { id });
    await workOnBulkAction(systemActor(organization.id, "test"), id);
    const rows = await tables
      .select({ result: bulkActionRows.result })
      .from(bulkActionRows)
      .where(eq(bulkActionRows.bulkActionId, id));
    return { id, results: rows.map(({ result }) => result).toSorted() };
  };
  const first = await send();
  expect(first.results).toEqual(["done", "unchanged", "unchanged"]);
  expect((await send()).results).toEqual(["unchanged", "unchanged", "unchanged"]);
  const mails = await tables
    .select({ template: outgoingMails.template })
    .from(outgoingMails)
    .where(eq(outgoingMails.organizationId, organization.id));
  expect(mails).toEqual([{ template: "reconnection" }]);
  await expect(undoBulkAction(agent, { id: first.id })).rejects.toMatchObject({
    problem: "notUndone",
  });
});
