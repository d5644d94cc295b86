import { exportList } from "@/app/_request/export-list";
import { readBuildingExportPage } from "@/lib/buildings/list-buildings";
import { exportedColumns } from "./exported-columns";

/** The filtered buildings as CSV. */
export function GET(request: Request) {
  return exportList(request, {
    list: "building",
    fileName: "buildings",
    readPage: readBuildingExportPage,
    columns: exportedColumns,
  });
}
