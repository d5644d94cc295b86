import { exportList } from "@/app/_request/export-list";
import { readEndUserExportPage } from "@/lib/end-users/list-end-users";
import { exportedColumns } from "./exported-columns";

/** The filtered end-users as CSV. */
export function GET(request: Request) {
  return exportList(request, {
    list: "end-user",
    fileName: "end-users",
    readPage: readEndUserExportPage,
    columns: exportedColumns,
  });
}
