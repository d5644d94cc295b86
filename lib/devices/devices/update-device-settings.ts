import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { Invalid, VersionConflict } from "@/lib/core/errors";
import { fromLocalMoment } from "@/lib/core/validation/local-moment";
import {
  requireMeterPoint,
  requireOwnBuilding,
} from "@/lib/customers/energy-contracts/find-energy-contract";
import { defineCommand } from "@/lib/define-use-case";
import { isControllable } from "./device-kinds";
import { deviceSettings } from "./device-settings-schema";
import { deviceTarget, findDevice, kindDetailsOf, loadDevice, onDevice } from "./find-device";
import { changedSettings, queueDeviceCommand } from "./queue-device-command";

type Settings = z.output<typeof deviceSettings>;

/**
 * Changes what people may set on a device of its kind.
 * @throws Invalid when the device is of another kind, or a time does not exist in its time zone
 * @throws VersionConflict when another wrote since the given version was read
 */
export const updateDeviceSettings = defineCommand({
  name: "updateDeviceSettings",
  input: deviceSettings,
  load: loadDevice,
  requires: onDevice("update"),
  async run({ input, transaction, subject: before }) {
    return { result: { id: input.id }, audit: [await applySettings(transaction, before, input)] };
  },
});

/**
 * Writes what people may set on a device.
 * @returns what that leaves in the log
 * @throws Invalid, VersionConflict as `updateDeviceSettings`
 */
export async function applySettings(
  transaction: Transaction,
  before: typeof devices.$inferSelect,
  input: Settings,
): Promise<AuditEntry> {
  const { id, version, kind } = input;
  if (before.kind !== kind) throw new Invalid({ kind: "choice" });
  if (input.kind === "smart_meter") await requireMeterPointOf(transaction, before, input.meterId);
  const shared = sharedFields(input);
  const own = ownFields(input);
  const table = kindDetailsOf[kind];
  const kindDetails = await lockKindDetails(transaction, table, id);
  const [after] = await transaction
    .update(devices)
    .set({ ...shared, version: sql`${devices.version} + 1` })
    .where(and(eq(devices.id, id), eq(devices.version, version)))
    .returning();
  if (!after) {
    throw new VersionConflict(
      {
        ...(await lockKindDetails(transaction, table, id)),
        ...(await findDevice(transaction, id)),
      },
      { ...shared, ...own },
    );
  }
  const changes = { ...changesBetween(before, shared), ...changesBetween(kindDetails, own) };
  const isPolicyChanged = Object.keys(changes).some((field) => policyFields.has(field));
  const written = { ...own, ...(isPolicyChanged && { chargePolicyLastUpdatedAt: now() }) };
  await transaction
    .insert(table)
    .values({ organizationId: before.organizationId, deviceId: id, ...written })
    .onConflictDoUpdate({
      target: [table.organizationId, table.deviceId],
      // Each schema names columns of its kind's table only.
      set: written as never,
    });
  if (isControllable(kind)) {
    await queueDeviceCommand(transaction, after, changedSettings(changes));
  }
  return { action: "device.settings-updated", target: deviceTarget(after), changes };
}

/** @throws Invalid when a meter point has not the form of the country in which the meter is */
async function requireMeterPointOf(
  transaction: Transaction,
  { buildingId, userId }: typeof devices.$inferSelect,
  meterId: string | null,
): Promise<void> {
  if (meterId === null) return;
  const building =
    buildingId === null ? undefined : await requireOwnBuilding(transaction, buildingId, userId);
  await requireMeterPoint(transaction, meterId, building, true);
}

const policyFields = new Set(["isChargePolicyEnabled", "minimumChargeLimit", "chargeDeadlineAt"]);

/** What only a device's kind has, held until the transaction ends. */
async function lockKindDetails(
  transaction: Transaction,
  table: (typeof kindDetailsOf)[keyof typeof kindDetailsOf],
  id: string,
): Promise<Record<string, unknown>> {
  const [row] = await transaction
    .select()
    .from(table)
    .where(eq(table.deviceId, id))
    .for("no key update");
  return row ?? {};
}

/** The fields of the devices' own table. A meter takes part in no market. */
function sharedFields(input: Settings) {
  if (input.kind === "smart_meter") return {};
  const { priceZone, isTradingEnabled, isInverterForcedModeEnabled } = input;
  return { priceZone, isTradingEnabled, isInverterForcedModeEnabled };
}

/** The fields of the kind's own table. */
function ownFields(input: Settings): Record<string, unknown> {
  if (input.kind === "smart_meter") return { meterId: input.meterId };
  const { id, version, kind, priceZone, isTradingEnabled, isInverterForcedModeEnabled, ...own } =
    input;
  if (!("awayTimeZone" in own)) return own;
  const { awayTimeZone, awayModeStart, awayModeEnd, ...rest } = own;
  return {
    ...rest,
    awayModeStart: momentOf("awayModeStart", awayModeStart, awayTimeZone),
    awayModeEnd: momentOf("awayModeEnd", awayModeEnd, awayTimeZone),
  };
}

function momentOf(field: string, local: string, zone: string): Date | null {
  if (local === "") return null;
  const moment = fromLocalMoment(local, zone);
  if (!moment) throw new Invalid({ [field]: "moment" });
  return moment;
}
