import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  connectionChanges,
  devices,
  incidents,
  manufacturerHours,
  organizations,
  outgoingMails,
  reconnectionReminders,
} from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { remindOfReconnection } from "../connections/remind-of-reconnection";
import { recordConnections } from "../telemetry/record-connections";
import { listIncidents } from "./list-incidents";
import { watchManufacturers } from "./watch-manufacturers";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
  await tables
    .update(organizations)
    .set({ timeZone: "UTC" })
    .where(eq(organizations.id, organization.id));
});

const system = () => systemActor(organization.id, "test");

async function addFleet(manufacturer: string, count: number): Promise<string[]> {
  const rows = await tables.execute<{ id: string }>(sql`
    insert into devices (organization_id, id, kind, user_id, manufacturer, model, is_authenticated, lifecycle_state, current_state_last_updated_at)
    select ${organization.id}::uuid, gen_random_uuid(), 'heat_pump', ${organization.endUser.id}::uuid, ${manufacturer}, 'M', true, 'authenticated', now()
    from generate_series(1, ${count}) returning id`);
  return rows.map(({ id }) => id);
}

async function change(ids: string[], isConnected: boolean): Promise<void> {
  for (let start = 0; start < ids.length; start += 1000) {
    await recordConnections(system(), {
      changes: ids
        .slice(start, start + 1000)
        .map((deviceId) => ({ deviceId, isConnected, ...(!isConnected && { reason: "gone" }) })),
    });
  }
}

const openIncidents = () => listIncidents(actorOf(organization.staff), { isOpen: true });

/** As if so many had dropped in each of the last hours. */
const usually = (manufacturer: string, drops: number) =>
  tables.execute(sql`
    insert into manufacturer_hours (organization_id, manufacturer, hour, drops, is_during_incident)
    select ${organization.id}::uuid, ${manufacturer}, date_trunc('hour', now()) - make_interval(hours => n), ${drops}, false
    from generate_series(1, 100) n`);

describe("an outage of a thousand devices", () => {
  it("is one incident, sends no mails, and closes when they are back", async () => {
    const fleet = await addFleet("Vaillant", 1000);
    await change(fleet, false);
    expect(await watchManufacturers(system(), {})).toEqual({ opened: 1 });
    expect(await watchManufacturers(system(), {})).toEqual({ opened: 0 });
    expect(await openIncidents()).toMatchObject([
      { manufacturer: "Vaillant", affected: 1000, stillAffected: 1000 },
    ]);

    await tables
      .update(reconnectionReminders)
      .set({ nextAt: new Date(Date.now() - 60_000) })
      .where(eq(reconnectionReminders.organizationId, organization.id));
    const noon = new Date();
    noon.setUTCHours(12, 0, 0, 0);
    holdClock(noon);
    await tables.execute(
      sql`update reconnection_reminders set next_at = ${noon.toISOString()}::timestamptz where organization_id = ${organization.id}`,
    );
    for (let run = 0; run < 11; run++) {
      expect(await remindOfReconnection(system(), {})).toEqual({ sent: 0 });
    }
    const mails = await tables
      .select({ id: outgoingMails.id })
      .from(outgoingMails)
      .where(eq(outgoingMails.organizationId, organization.id));
    expect(mails).toEqual([]);
    holdClock();

    await change(fleet.slice(0, 899), true);
    await watchManufacturers(system(), {});
    expect(await openIncidents()).toMatchObject([{ stillAffected: 101 }]);
    await change(fleet.slice(899, 950), true);
    await watchManufacturers(system(), {});
    expect(await openIncidents()).toEqual([]);
    const [closed] = await tables
      .select()
      .from(incidents)
      .where(eq(incidents.organizationId, organization.id));
    expect(closed).toMatchObject({ affected: 1000, stillAffected: 50 });
    expect(closed?.closedAt).toBeInstanceOf(Date);
  });
});

it("opens nothing for what is usual with a manufacturer", async () => {
  await usually("Daikin", 40);
  const fleet = await addFleet("Daikin", 30);
  await change(fleet, false);
  expect(await watchManufacturers(system(), {})).toEqual({ opened: 0 });
  await change(await addFleet("Daikin", 25), false);
  expect(await watchManufacturers(system(), {})).toEqual({ opened: 1 });
});

it("counts a device that comes and goes once", async () => {
  const [device = ""] = await addFleet("Bosch", 1);
  for (let time = 0; time < 12; time++) {
    await change([device], false);
    await change([device], true);
  }
  expect(await watchManufacturers(system(), {})).toEqual({ opened: 0 });
});

it("opens one incident when two workers look at once", async () => {
  await change(await addFleet("IDM", 20), false);
  const both = await Promise.all([
    watchManufacturers(system(), {}),
    watchManufacturers(system(), {}),
  ]);
  expect(both.map(({ opened }) => opened).toSorted()).toEqual([0, 1]);
});

it("remembers each hour once, and what happened in an incident apart", async () => {
  await change(await addFleet("Ochsner", 3), false);
  await tables
    .update(connectionChanges)
    .set({ changedAt: new Date(Date.now() - 3_600_000) })
    .where(eq(connectionChanges.organizationId, organization.id));
  await watchManufacturers(system(), {});
  await watchManufacturers(system(), {});
  const hours = await tables
    .select()
    .from(manufacturerHours)
    .where(
      and(
        eq(manufacturerHours.organizationId, organization.id),
        eq(manufacturerHours.manufacturer, "Ochsner"),
      ),
    );
  expect(hours).toMatchObject([{ drops: 3, isDuringIncident: false }]);
});

it("says nothing of other organizations", async () => {
  await change(await addFleet("Nibe", 15), false);
  await watchManufacturers(system(), {});
  const other = await createOrganization(tables);
  expect(await listIncidents(actorOf(other.staff), {})).toEqual([]);
  const [left] = await tables.select().from(devices).where(eq(devices.id, other.deviceId));
  expect(left?.connectionState).toBe("connected");
});
