import { withoutUndefined } from "@/lib/core/validation/changes-of";
import { z } from "@/lib/core/validation/problems";
import { deviceFilters, deviceSorts } from "@/lib/devices/devices/device-list-schema";
import { listFleet } from "@/lib/devices/devices/device-records";
import { pageQuery, sendPage } from "../http/paging";
import { operation } from "../operation";
import { fleetDeviceSchema } from "./device-kinds";
import { toFleetDevice } from "./device-record";

const listDevices = operation({
  id: "listDevices",
  method: "get",
  path: "/org/{org_id}/devices",
  tag: "Fleet",
  summary: "List the whole fleet",
  description: "Devices of all kinds with what they share, searched, filtered and ordered.",
  needs: [["read", "device"]],
  query: z.object({
    ...pageQuery,
    search: z.string().max(200).optional(),
    kind: deviceFilters.kind,
    manufacturer: deviceFilters.manufacturer,
    model: deviceFilters.model,
    connection: deviceFilters.connection,
    optimization: deviceFilters.optimization,
    silent_hours: deviceFilters.silentHours,
    waiting_hours: deviceFilters.waitingHours,
    created_from: deviceFilters.createdFrom,
    created_until: deviceFilters.createdUntil,
    sort: z.enum(deviceSorts).optional(),
    direction: z.enum(["asc", "desc"]).optional(),
  }),
  answer: z.array(fleetDeviceSchema),
  isPaged: true,
  refuses: [422],
  async handle(call) {
    const { limit, cursor, fields, ...filters } = call.query;
    const { silent_hours, waiting_hours, created_from, created_until, ...others } = filters;
    const page = await listFleet(call.actor, {
      limit,
      cursor,
      filters: withoutUndefined({
        ...others,
        silentHours: silent_hours,
        waitingHours: waiting_hours,
        createdFrom: created_from,
        createdUntil: created_until,
      }),
    });
    return sendPage(call, page, toFleetDevice);
  },
});

export const fleetOperations = [listDevices];
