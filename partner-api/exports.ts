import { forStreaming } from "@/lib/core/access/actor";
import { listFleet } from "@/lib/devices/devices/device-records";
import { beginListExport } from "@/lib/support/list-views/begin-list-export";
import { listPeople } from "@/lib/team/people/person-records";
import { fleetDeviceSchema } from "./devices/device-kinds";
import { toFleetDevice } from "./devices/device-record";
import { linesMediaType, sendLines } from "./http/lines";
import { operation } from "./operation";
import { toUser, userSchema } from "./people/user-record";

const common = {
  method: "get",
  tag: "Export",
  mediaType: linesMediaType,
} as const;

const exportUsers = operation({
  ...common,
  id: "exportUsers",
  path: "/org/{org_id}/exports/users",
  summary: "Stream all end-users",
  description: "One JSON object a line, the oldest first. It leaves a line in the audit log.",
  needs: [["read", "end-user"]],
  answer: userSchema,
  async handle({ actor }) {
    await beginListExport(actor, { list: "end-user", filters: {} });
    return sendLines((cursor) => listPeople(forStreaming(actor), { role: "user", cursor }), toUser);
  },
});

const exportDevices = operation({
  ...common,
  id: "exportDevices",
  path: "/org/{org_id}/exports/devices",
  summary: "Stream all devices",
  description: "One JSON object a line, the oldest first. It leaves a line in the audit log.",
  needs: [["read", "device"]],
  answer: fleetDeviceSchema,
  async handle({ actor }) {
    await beginListExport(actor, { list: "device", filters: {} });
    return sendLines((cursor) => listFleet(forStreaming(actor), { cursor }), toFleetDevice);
  },
});

export const exportOperations = [exportUsers, exportDevices];
