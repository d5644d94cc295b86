import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { cloudServices, devices } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { Invalid, NotFound, VersionConflict } from "@/lib/core/errors";
import { toLocalMoment } from "@/lib/core/validation/local-moment";
import { parseInput } from "@/lib/core/validation/parse-input";
import { findEndUser } from "@/lib/customers/end-users/find-end-user";
import { requireOwnBuilding } from "@/lib/customers/energy-contracts/find-energy-contract";
import { defineCommand } from "@/lib/define-use-case";
import { settingsIn } from "../fields/device-field";
import { fieldsOfKind } from "../fields/fields-of-kinds";
import { requireControllable } from "./device-kinds";
import { changeDeviceInput, createDeviceInput, settingsOfKind } from "./device-record-schema";
import { deviceSettings } from "./device-settings-schema";
import { deviceTarget, findDevice, kindDetailsOf } from "./find-device";
import { requireNewSerial } from "./find-same-device";
import { makeDevices } from "./make-devices";
import { toSharedChanges } from "./shared-changes";
import { applySettings } from "./update-device-settings";

type Device = typeof devices.$inferSelect;
type Changes = Omit<z.output<typeof changeDeviceInput>, "userId" | "id" | "kind" | "version">;

/**
 * Adds a device to an end-user; it waits to be connected.
 * @throws Invalid when the building is not the end-user's, the cloud service unknown or a setting wrong
 * @throws Duplicate when another device of the manufacturer has the serial number
 */
export const createDevice = defineCommand({
  name: "createDevice",
  input: createDeviceInput,
  requires: ({ input }) => [{ action: "create", resource: "device", ownerId: input.userId }],
  async run({ actor, input, transaction }) {
    const { userId, kind, manufacturer, model, modelYear, externalDeviceId, cloudServiceId } =
      input;
    const owner = await findEndUser(transaction, userId);
    await requireCloudService(transaction, cloudServiceId);
    const own = { kind, manufacturer, model, modelYear, externalDeviceId, cloudServiceId };
    await requireNewSerial(transaction, own);
    const id = uuidv7();
    await makeDevices(transaction, [
      { id, organizationId: actor.organizationId, userId: owner.id, ...own },
    ]);
    const made = await findDevice(transaction, id);
    const target = deviceTarget(made);
    return {
      result: { id },
      audit: [
        { action: "device.created", target, changes: changesBetween({}, own) },
        ...(await applyChanges(transaction, made, input)),
      ],
    };
  },
});

/**
 * Changes some of what can be set on a device, all or nothing.
 * @throws VersionConflict when another wrote since the given version was read
 * @throws Conflict `measuresOnly` when one that only measures is to be optimised
 * @throws Invalid as for a new device
 */
export const changeDevice = defineCommand({
  name: "changeDevice",
  input: changeDeviceInput,
  requires: ({ input }) => [{ action: "update", resource: "device", ownerId: input.userId }],
  async run({ input, transaction }) {
    const before = await findDevice(transaction, input.id);
    if (before.userId !== input.userId || before.kind !== input.kind) throw new NotFound();
    if (before.version !== input.version) throw new VersionConflict(before, {});
    return { result: { id: before.id }, audit: await applyChanges(transaction, before, input) };
  },
});

async function applyChanges(
  transaction: Transaction,
  before: Device,
  { settings, ...changes }: Changes,
): Promise<AuditEntry[]> {
  const audit: AuditEntry[] = [];
  let { version } = before;
  if (Object.keys(settings).length > 0) {
    const all = await mergedSettings(transaction, before, settings);
    audit.push(await applySettings(transaction, before, all));
    version += 1;
  }
  if (changes.isSmartOptimizationActive || changes.pausePowerUntil) requireControllable(before);
  const shared = toSharedChanges(changes);
  if (changes.buildingId) await requireOwnBuilding(transaction, changes.buildingId, before.userId);
  const differing = changesBetween(before, shared);
  if (Object.keys(differing).length === 0) return audit;
  const written = await transaction
    .update(devices)
    .set({ ...shared, version: sql`${devices.version} + 1` })
    .where(and(eq(devices.id, before.id), eq(devices.version, version)))
    .returning({ id: devices.id });
  if (written.length === 0) throw new VersionConflict(before, shared);
  return [...audit, { action: "device.updated", target: deviceTarget(before), changes: differing }];
}

/** The kind's settings as they are, with those that were sent in their places. */
async function mergedSettings(
  transaction: Transaction,
  device: Device,
  sent: Record<string, unknown>,
): Promise<z.output<typeof deviceSettings>> {
  const table = kindDetailsOf[device.kind];
  const [kindDetails] = await transaction.select().from(table).where(eq(table.deviceId, device.id));
  const present: Record<string, unknown> = { ...kindDetails, ...device };
  const { id, version, kind, awayTimeZone, ...fields } = settingsOfKind[device.kind]
    .shape as Record<string, unknown>;
  const flags = new Set(
    settingsIn(fieldsOfKind[device.kind]).flatMap(([name, { kind }]) =>
      kind === "flag" ? [name] : [],
    ),
  );
  const merged = Object.fromEntries(
    Object.keys(fields).map((name) => {
      const value = asField(name in sent ? sent[name] : present[name]);
      // A switch that nobody has set is not off.
      return [name, value ?? (flags.has(name) ? null : undefined)];
    }),
  );
  return parseInput(deviceSettings, {
    ...merged,
    kind: device.kind,
    id: device.id,
    version: device.version,
  });
}

/** Settings are checked as forms have them: moments on a clock, switches that are on or off. */
function asField(value: unknown): unknown {
  if (value instanceof Date) return toLocalMoment(value, "UTC");
  return value ?? undefined;
}

async function requireCloudService(transaction: Transaction, id: string | null): Promise<void> {
  if (id === null) return;
  const [service] = await transaction
    .select({ id: cloudServices.id })
    .from(cloudServices)
    .where(eq(cloudServices.id, id));
  if (!service) throw new Invalid({ cloudServiceId: "choice" });
}
