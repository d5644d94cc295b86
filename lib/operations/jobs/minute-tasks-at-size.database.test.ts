import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { fleetHours, users } from "@/db/schema";
import { holdClock } from "@/lib/core/clock";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { type MinuteTask, runMinuteTask } from "./minute-tasks";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

let organization: TestOrganization;

// No hour begins during the test, which would make work for all of them.
const moment = new Date();

beforeAll(async () => {
  await client`
    with idle as (
      insert into organizations (id, name, slug, environment)
      select gen_random_uuid(), 'Idle ' || n, 'idle-' || n, 'production' from generate_series(1, 2000) n
      returning id)
    insert into fleet_hours (organization_id, hour, connected, disconnected, pending, failed, consumption_w, production_w)
    select id, date_trunc('hour', ${moment.toISOString()}::timestamptz, 'UTC'), 0, 0, 0, 0, 0, 0 from idle`;
  organization = await createOrganization(tables);
  await tables
    .update(users)
    .set({ accessEndsAt: new Date(Date.now() - 60_000) })
    .where(eq(users.id, organization.staff.id));
});

const visits: [MinuteTask, number][] = [
  ["keep-time", 1],
  ["keep-fleet", 1],
  ["watch-connections", 1],
  ["stream-audit-events", 0],
  ["read-due-accounts", 0],
  ["retry-webhooks", 0],
];

it.each(visits)("%s visits %i of 2,001 organizations", async (task, expected) => {
  holdClock(moment);
  expect(await runMinuteTask(task, "test")).toBe(expected);
});

it("has done what was due", async () => {
  const [member] = await tables.select().from(users).where(eq(users.id, organization.staff.id));
  expect(member?.accessEndedAt).not.toBeNull();
  const hours = await tables
    .select()
    .from(fleetHours)
    .where(eq(fleetHours.organizationId, organization.id));
  expect(hours).toHaveLength(1);
});
