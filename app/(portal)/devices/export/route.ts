import { exportList } from "@/app/_request/export-list";
import { readDeviceExportPage } from "@/lib/devices/list-devices";
import { exportedColumns } from "./exported-columns";

/** The filtered devices as CSV. */
export function GET(request: Request) {
  return exportList(request, {
    list: "device",
    fileName: "devices",
    readPage: readDeviceExportPage,
    columns: exportedColumns,
  });
}
