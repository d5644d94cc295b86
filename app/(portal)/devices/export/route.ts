import { exportList } from "@/app/_request/export-list";
import { routeHandler } from "@/app/_request/route-handler";
import { readDeviceExportPage } from "@/lib/devices/list-devices";
import { exportedColumns } from "./exported-columns";

/** The filtered devices as CSV. */
export const GET = routeHandler((request) =>
  exportList(request, {
    list: "device",
    fileName: "devices",
    readPage: readDeviceExportPage,
    columns: exportedColumns,
  }),
);
