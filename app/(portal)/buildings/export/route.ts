import { exportList } from "@/app/_request/export-list";
import { routeHandler } from "@/app/_request/route-handler";
import { readBuildingExportPage } from "@/lib/buildings/list-buildings";
import { exportedColumns } from "./exported-columns";

/** The filtered buildings as CSV. */
export const GET = routeHandler((request) =>
  exportList(request, {
    list: "building",
    fileName: "buildings",
    readPage: readBuildingExportPage,
    columns: exportedColumns,
  }),
);
