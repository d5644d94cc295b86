import { exportList } from "@/app/_server/export-list";
import { routeHandler } from "@/app/_server/route-handler";
import { readEndUserExportPage } from "@/lib/customers/end-users/list-end-users";
import { exportedColumns } from "./exported-columns";

/** The filtered end-users as CSV. */
export const GET = routeHandler((request) =>
  exportList(request, {
    list: "end-user",
    fileName: "end-users",
    readPage: readEndUserExportPage,
    columns: exportedColumns,
  }),
);
