import { exportList } from "@/app/_request/export-list";
import { readBuildingExportPage } from "@/lib/buildings/list-buildings";

/** The filtered buildings as CSV. */
export function GET(request: Request) {
  return exportList(request, {
    list: "building",
    fileName: "buildings",
    readPage: readBuildingExportPage,
    columns: {
      id: (row) => row.id,
      user_id: (row) => row.owner.id,
      owner_email: (row) => row.owner.email,
      end_user: (row) => row.owner.name,
      name: (row) => row.name,
      street_and_number: (row) => row.streetAndNumber,
      zip_code: (row) => row.zipCode,
      town: (row) => row.town,
      country: (row) => row.country,
      photovoltaic: (row) => row.photovoltaic,
      contracts: (row) => row.contractCount,
      devices: (row) => row.deviceCount,
      created_at: (row) => row.createdAt,
    },
  });
}
