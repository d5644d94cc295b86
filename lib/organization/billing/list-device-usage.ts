import "server-only";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { devices, deviceUsage } from "@/db/schema";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { EXPORT_PAGE_SIZE } from "@/lib/core/lists/exported-rows";
import { keyset } from "@/lib/core/lists/keyset";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { billingMonth, currentMonth } from "./billing-month";
import { listDeviceUsageInput, monthText } from "./billing-schema";

const ofDevice = and(
  eq(devices.organizationId, deviceUsage.organizationId),
  eq(devices.id, deviceUsage.deviceId),
);

/** A page of the devices that a month's bill counts, each with the days on which it was connected. */
export const listDeviceUsage = defineQuery({
  name: "listDeviceUsage",
  input: listDeviceUsageInput,
  requires: { action: "read", resource: "billing" },
  async run({ input, transaction }) {
    const organization = await getOrganization(transaction);
    const month = input.month ? billingMonth(input.month) : currentMonth(organization.timeZone);
    const { where, orderBy, toPage } = keyset(
      { expression: deviceUsage.deviceId, type: "uuid", direction: input.direction ?? "asc" },
      deviceUsage.deviceId,
      input.cursor,
    );
    const conditions: (SQL | undefined)[] = [
      eq(deviceUsage.month, month.firstDay),
      input.kind ? eq(deviceUsage.kind, input.kind) : undefined,
    ];
    const found = await transaction
      .select({
        id: deviceUsage.deviceId,
        kind: deviceUsage.kind,
        days: deviceUsage.days,
        manufacturer: devices.manufacturer,
        model: devices.model,
        isDeleted: sql<boolean>`${devices.deletedAt} is not null`,
      })
      .from(deviceUsage)
      .innerJoin(devices, ofDevice)
      .where(and(...conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(found, input.size, ({ id }) => ({ id, sortValue: id }));
    return {
      ...page,
      month,
      rows: page.rows.map(({ days, ...row }) => ({ ...row, days: daysOf(days) })),
      total: await countUpToLimit(transaction, deviceUsage, and(...conditions)),
    };
  },
});

/** The next thousand devices of a month's bill, after the given one: for the export. */
export const readUsageExportPage = defineQuery({
  name: "readUsageExportPage",
  input: z.object({ month: monthText, after: z.guid().optional() }),
  requires: { action: "read", resource: "billing" },
  async run({ input, transaction }) {
    const month = billingMonth(input.month);
    const rows = await transaction
      .select({
        deviceId: deviceUsage.deviceId,
        kind: deviceUsage.kind,
        days: deviceUsage.days,
        manufacturer: devices.manufacturer,
        model: devices.model,
      })
      .from(deviceUsage)
      .innerJoin(devices, ofDevice)
      .where(
        and(
          eq(deviceUsage.month, month.firstDay),
          input.after ? gt(deviceUsage.deviceId, input.after) : undefined,
        ),
      )
      .orderBy(asc(deviceUsage.deviceId))
      .limit(EXPORT_PAGE_SIZE);
    return rows.map(({ days, ...row }) => {
      const connected = daysOf(days);
      return { ...row, connectedDays: connected.length, days: connected.join(" ") };
    });
  },
});

/** The days of the month that a snapshot's bits stand for, from 1. */
export function daysOf(bits: number): number[] {
  return Array.from({ length: 31 }, (_, index) => index + 1).filter(
    (day) => (bits & (1 << (day - 1))) !== 0,
  );
}
