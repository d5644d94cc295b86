import { exportList } from "@/app/_server/export-list";
import { routeHandler } from "@/app/_server/route-handler";
import { readDeviceExportPage } from "@/lib/devices/devices/list-devices";
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
