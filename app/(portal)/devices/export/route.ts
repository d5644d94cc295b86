import { exportList } from "@/app/_request/export-list";
import { readDeviceExportPage } from "@/lib/devices/list-devices";

/** The filtered devices as CSV. */
export function GET(request: Request) {
  return exportList(request, {
    list: "device",
    fileName: "devices",
    readPage: readDeviceExportPage,
    columns: {
      id: (row) => row.id,
      user_id: (row) => row.owner.id,
      owner_email: (row) => row.owner.email,
      end_user: (row) => row.owner.name,
      kind: (row) => row.kind,
      manufacturer: (row) => row.manufacturer,
      model: (row) => row.model,
      external_device_id: (row) => row.externalDeviceId,
      connection_state: (row) => row.connectionState,
      disconnected_since: (row) => row.disconnectedSince,
      is_smart_optimization_active: (row) => row.isSmartOptimizationActive,
      current_state_last_updated_at: (row) => row.currentStateLastUpdatedAt,
      created_at: (row) => row.createdAt,
    },
  });
}
