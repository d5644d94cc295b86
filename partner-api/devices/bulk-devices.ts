import type { Actor } from "@/lib/core/access/actor";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { changeDevice, createDevice } from "@/lib/devices/devices/change-device";
import { changeDevices } from "@/lib/devices/devices/change-devices";
import { createDevices } from "@/lib/devices/devices/create-devices";
import { deviceKinds as kindNames } from "@/lib/devices/devices/device-kinds";
import { changeDevicesInput, createDevicesInput } from "@/lib/devices/devices/device-record-schema";
import { getDeviceRecord } from "@/lib/devices/devices/device-records";
import { bulkAnswer, bulkBody, rowBatch, writeRows } from "../http/bulk";
import { rewrite } from "../http/conditional";
import { operation } from "../operation";
import { kindOf } from "./device-kinds";
import { sentDevice, sentModel } from "./device-record";

const row = z.object({
  user_id: z.uuid(),
  kind: z.enum(kindNames),
  id: z.uuid().optional(),
});

/** Adds a device, or changes the one that the row names. @returns its id */
async function writeRow(actor: Actor, given: Record<string, unknown>): Promise<string> {
  const { user_id: userId, kind: name, id } = parseInput(row, given);
  const kind = kindOf(name);
  if (id === undefined) {
    const body = parseInput(kind.createBody, given);
    const device = { ...sentModel(body), ...sentDevice(kind, body), userId, kind: name };
    return (await createDevice(actor, device)).id;
  }
  const body = parseInput(kind.updateBody, given);
  const reference = { userId, id, kind: name };
  const read = () => getDeviceRecord(actor, reference);
  await rewrite(undefined, read, ({ version }) =>
    changeDevice(actor, { ...sentDevice(kind, body), ...reference, version }),
  );
  return id;
}

/** A row that adds a device and sets nothing that only its kind has. */
function toCreated(given: Record<string, unknown>) {
  const reference = row.safeParse(given);
  if (!reference.success || reference.data.id !== undefined) return undefined;
  const { user_id: userId, kind: name } = reference.data;
  const kind = kindOf(name);
  const body = kind.createBody.safeParse(given);
  const shared = body.success && withoutSettings(sentDevice(kind, body.data));
  if (!body.success || !shared) return undefined;
  const device = { ...sentModel(body.data), ...shared, userId, kind: name };
  return createDevicesInput.safeParse({ devices: [device] }).success ? device : undefined;
}

/** A row that changes a device and sets nothing that only its kind has. */
function toChanged(given: Record<string, unknown>) {
  const reference = row.safeParse(given);
  if (!reference.success || reference.data.id === undefined) return undefined;
  const { user_id: userId, kind: name, id } = reference.data;
  const kind = kindOf(name);
  const body = kind.updateBody.safeParse(given);
  const shared = body.success && withoutSettings(sentDevice(kind, body.data));
  if (!shared) return undefined;
  const device = { ...shared, userId, id, kind: name };
  return changeDevicesInput.safeParse({ devices: [device] }).success ? device : undefined;
}

/** What was sent to a device; undefined when settings of its kind are among it. */
function withoutSettings({ settings, ...shared }: ReturnType<typeof sentDevice>) {
  return Object.keys(settings).length === 0 ? shared : undefined;
}

const bulkDevices = operation({
  id: "bulkDevices",
  method: "post",
  path: "/org/{org_id}/bulk/devices",
  tag: "Bulk",
  summary: "Add or change up to 1,000 devices",
  description: `Each row names its \`user_id\` and \`kind\` (${kindNames.map((kind) => `\`${kind}\``).join(", ")}), and with an \`id\` the device that it changes.`,
  needs: [
    ["create", "device"],
    ["update", "device"],
  ],
  body: bulkBody,
  answer: bulkAnswer,
  handle: ({ actor, body }) =>
    writeRows(body.items, {
      batches: [
        rowBatch(toCreated, (devices) => createDevices(actor, { devices })),
        rowBatch(toChanged, (devices) => changeDevices(actor, { devices })),
      ],
      writeOne: (given) => writeRow(actor, given),
    }),
});

export const bulkDeviceOperations = [bulkDevices];
