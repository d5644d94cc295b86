import { exportList } from "@/app/_server/export-list";
import { routeHandler } from "@/app/_server/route-handler";
import { readBuildingExportPage } from "@/lib/customers/buildings/list-buildings";
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
