import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { connectionChanges, fleetHours } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { recordConnections } from "@/lib/devices/telemetry/record-connections";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { getFleet } from "./get-fleet";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
});

const fleet = (person = organization.staff) => getFleet(actorOf(person), {});

it("counts who lost their connection since midnight, by manufacturer", async () => {
  expect((await fleet()).newlyDisconnected).toEqual({ count: 0, isMore: false, manufacturers: [] });
  await recordConnections(systemActor(organization.id, "test"), {
    changes: [{ deviceId: organization.deviceId, isConnected: false }],
  });
  expect((await fleet()).newlyDisconnected).toEqual({
    count: 1,
    isMore: false,
    manufacturers: [{ manufacturer: "Nibe", count: 1 }],
  });
  await tables
    .update(connectionChanges)
    .set({ changedAt: new Date(Date.now() - 86_400_000) })
    .where(eq(connectionChanges.deviceId, organization.deviceId));
  expect((await fleet()).newlyDisconnected.count).toBe(0);
});

it("says more than ten thousand where there are", async () => {
  await tables.insert(connectionChanges).values(
    Array.from({ length: 2501 }, () => ({
      organizationId: organization.id,
      deviceId: organization.deviceId,
      userId: organization.endUser.id,
      manufacturer: "Nibe",
      before: "connected" as const,
      after: "disconnected" as const,
      changedAt: new Date(),
    })),
  );
  for (let doubled = 0; doubled < 2; doubled++) {
    await client`
      insert into connection_changes (organization_id, device_id, user_id, manufacturer, before, after, changed_at)
      select organization_id, device_id, user_id, manufacturer, before, after, changed_at
      from connection_changes where organization_id = ${organization.id} and before is not null`;
  }
  expect((await fleet()).newlyDisconnected).toMatchObject({ count: 10_000, isMore: true });
});

it("draws a week of the fleet, and no hour before it", async () => {
  const hour = (ago: number) => {
    const at = new Date(Date.now() - ago * 3_600_000);
    at.setUTCMinutes(0, 0, 0);
    return at;
  };
  await tables.insert(fleetHours).values(
    [1, 2, 24 * 8].map((ago) => ({
      organizationId: organization.id,
      hour: hour(ago),
      connected: ago === 1 ? 3 : 1,
      disconnected: 1,
      pending: 7,
      failed: 0,
      consumptionW: 1000 * ago,
      productionW: 0,
    })),
  );
  const { course } = await fleet();
  expect(course.connectedShare.map(({ value }) => value)).toEqual([0.5, 0.75]);
  expect(course.now).toEqual({ consumptionW: 1000, productionW: 0 });
});
