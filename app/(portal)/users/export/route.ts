import { exportList } from "@/app/_request/export-list";
import { readEndUserExportPage } from "@/lib/end-users/list-end-users";

/** The filtered end-users as CSV. */
export function GET(request: Request) {
  return exportList(request, {
    list: "end-user",
    fileName: "end-users",
    readPage: readEndUserExportPage,
    columns: {
      id: (row) => row.id,
      email: (row) => row.email,
      external_user_id: (row) => row.externalUserId,
      first_name: (row) => row.firstName,
      last_name: (row) => row.lastName,
      phone: (row) => row.phone,
      street_and_number: (row) => row.streetAndNumber,
      street_add_info: (row) => row.streetAddInfo,
      zip_code: (row) => row.zipCode,
      town: (row) => row.town,
      country: (row) => row.country,
      state: (row) => (row.archivedAt ? "archived" : row.status),
      buildings: (row) => row.buildingCount,
      contracts: (row) => row.contractCount,
      devices: (row) => row.deviceCount,
      disconnected_devices: (row) => row.disconnectedDeviceCount,
      tags: (row) => row.tags.join("; "),
      created_at: (row) => row.createdAt,
      last_seen_at: (row) => row.lastSeenAt,
    },
  });
}
