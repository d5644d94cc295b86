import type { Actor } from "@/lib/core/access/actor";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { changeDevice, createDevice } from "@/lib/devices/devices/change-device";
import { deviceKinds as kindNames } from "@/lib/devices/devices/device-kinds";
import { getDeviceRecord } from "@/lib/devices/devices/device-records";
import { bulkAnswer, bulkBody, eachInTurn } from "../http/bulk";
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
  handle: ({ actor, body }) => eachInTurn(body.items, (given) => writeRow(actor, given)),
});

export const bulkDeviceOperations = [bulkDevices];
