import "server-only";
import { sql } from "drizzle-orm";
import { queryRows } from "@/db/query-rows";
import type { System } from "@/lib/core/access/actor";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { today } from "./billing-month";

/** How many devices one statement looks at, so that none runs long. */
const chunkSize = 20_000;

const day = z.iso.date();

/**
 * Takes the day's snapshot: marks every device that is connected now as connected today, and sums the
 * day up. Taken twice on a day, a device counts once. A sandbox is not metered.
 */
export async function meterOrganization(actor: System): Promise<void> {
  const metered = await findMeteredDay(actor, {});
  if (!metered) return;
  let after: string | null = "00000000-0000-0000-0000-000000000000";
  while (after) {
    after = await meterDevices(actor, { day: metered, after });
  }
  await totalUsageDay(actor, { day: metered });
}

/** Today by the organization's clock; undefined for a sandbox. */
export const findMeteredDay = defineQuery({
  name: "findMeteredDay",
  input: z.object({}),
  requires: { action: "read", resource: "maintenance" },
  async run({ transaction }) {
    const organization = await getOrganization(transaction);
    if (organization.environment !== "production") return undefined;
    return today(organization.timeZone);
  },
});

/** Where a day stands in the snapshots: in which month's row, and as which bit of it. */
const placeOf = (date: string) => ({
  month: `${date.slice(0, 8)}01`,
  bit: 1 << (Number(date.slice(8)) - 1),
});

/** Marks the connected ones among the next devices. @returns the last device looked at, null at the end */
export const meterDevices = defineCommand({
  name: "meterDevices",
  input: z.object({ day, after: z.guid() }),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, input, transaction }) {
    const { month, bit } = placeOf(input.day);
    const [page] = await queryRows<{ last: string | null }>(
      transaction,
      sql`
      with page as (
        select id, kind, connection_state, deleted_at from devices
        where organization_id = ${actor.organizationId} and id > ${input.after}
        order by id limit ${chunkSize}
      ), marked as (
        insert into device_usage (organization_id, month, device_id, kind, days)
        select ${actor.organizationId}::uuid, ${month}::date, id, kind, ${bit}::int from page
        where connection_state in ('connected', 'degraded') and deleted_at is null
        on conflict (organization_id, month, device_id)
        do update set days = device_usage.days | excluded.days
      )
      select max(id::text) as last from page`,
    );
    return { result: page?.last ?? null, audit: [] };
  },
});

/** Sums a day up from its snapshots. */
export const totalUsageDay = defineCommand({
  name: "totalUsageDay",
  input: z.object({ day }),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, input, transaction }) {
    const { month, bit } = placeOf(input.day);
    await transaction.execute(sql`
      insert into usage_days (organization_id, day, kind, devices)
      select organization_id, ${input.day}::date, kind, count(*) from device_usage
      where organization_id = ${actor.organizationId} and month = ${month}::date and days & ${bit}::int <> 0
      group by organization_id, kind
      on conflict (organization_id, day, kind) do update set devices = excluded.devices`);
    return { result: undefined, audit: [] };
  },
});
