import type { Cell } from "@/lib/core/lists/exported-rows";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import type { listDevices } from "@/lib/devices/devices/list-devices";

type Row = Awaited<ReturnType<typeof listDevices>>["rows"][number];

/** A device as a line of a file, under the headings that an import knows. */
export const exportedColumns = {
  id: (row: Row) => row.id,
  user_id: (row: Row) => row.owner.id,
  owner_email: (row: Row) => row.owner.email,
  end_user: (row: Row) => row.owner.name,
  building_id: (row: Row) => row.buildingId,
  kind: (row: Row) => row.kind,
  manufacturer: (row: Row) => row.manufacturer,
  model: (row: Row) => row.model,
  model_year: (row: Row) => row.modelYear,
  external_device_id: (row: Row) => row.externalDeviceId,
  connection_state: (row: Row) => row.connectionState,
  disconnected_since: (row: Row) => row.disconnectedSince,
  is_smart_optimization_active: (row: Row) =>
    isControllable(row.kind) ? row.isSmartOptimizationActive : null,
  comment: (row: Row) => row.comment,
  current_state_last_updated_at: (row: Row) => row.currentStateLastUpdatedAt,
  created_at: (row: Row) => row.createdAt,
} satisfies Record<string, (row: Row) => Cell>;
