import { z } from "@/lib/core/validation/problems";
import { deviceFilters, deviceSorts } from "@/lib/devices/devices/device-list-schema";
import { listFleet } from "@/lib/devices/devices/device-records";
import { filtersOfList } from "../http/list-filters";
import { pageQuery, sendPage } from "../http/paging";
import { operation } from "../operation";
import { fleetDeviceSchema } from "./device-kinds";
import { toFleetDevice } from "./device-record";

const deviceQuery = filtersOfList(deviceFilters, deviceSorts);

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
    ...deviceQuery.query,
  }),
  answer: z.array(fleetDeviceSchema),
  isPaged: true,
  refuses: [422],
  async handle(call) {
    const { limit, cursor } = call.query;
    const filters = deviceQuery.toListFilters(call.query);
    const page = await listFleet(call.actor, { limit, cursor, filters });
    return sendPage(call, page, toFleetDevice);
  },
});

export const fleetOperations = [listDevices];
