import "server-only";
import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { DeviceKind } from "@/db/schema/device-kind-names";
import { queueWebhookMessages } from "@/lib/platform/webhooks/queue-webhooks";
import { kindDetailsOf } from "../devices/find-device";
import type { DeviceFieldDefinition } from "../fields/device-field";
import { fieldsOfKind } from "../fields/fields-of-kinds";
import { isQuantity } from "../fields/quantities";

type ReportedRow = { deviceId: string } & Record<string, unknown>;

/**
 * Queues a `device.updated` for each device whose reported state differs in something other than a measured number:
 * plugged in, charging, operational mode, state of a boost.
 * @param rows what the devices of a kind report; to be called before it is written
 */
export async function queueStateChanges(
  transaction: Transaction,
  kind: DeviceKind,
  rows: ReportedRow[],
): Promise<void> {
  const names = stateNamesOf(kind);
  if (names.length === 0) return;
  const table = kindDetailsOf[kind];
  const ids = rows.map(({ deviceId }) => deviceId);
  const found: (ReportedRow & { organizationId: string })[] = await transaction
    .select()
    .from(table)
    .where(inArray(table.deviceId, ids));
  const reported = new Map(rows.map((row) => [row.deviceId, row]));
  const differing = found.filter((before) => {
    const after = reported.get(before.deviceId);
    return names.some((name) => after?.[name] !== undefined && after[name] !== before[name]);
  });
  const [first] = differing;
  if (!first) return;
  await queueWebhookMessages(
    transaction,
    first.organizationId,
    differing.map(({ deviceId }) => ({ type: "device.updated", ids: { device_id: deviceId } })),
  );
}

const stateNamesOf = (kind: DeviceKind) =>
  Object.entries(fieldsOfKind[kind])
    .filter(([, field]: [string, DeviceFieldDefinition]) =>
      field.reports ? !isQuantity(field.reports) : field.keeps === "word" || field.keeps === "flag",
    )
    .map(([name]) => name);
