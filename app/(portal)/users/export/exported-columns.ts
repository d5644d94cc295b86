import type { Cell } from "@/lib/core/lists/exported-rows";
import { exportedFields } from "@/lib/core/records/field-table";
import { listedEndUserFields } from "@/lib/customers/end-users/end-user-fields";
import type { listEndUsers } from "@/lib/customers/end-users/list-end-users";

type Row = Awaited<ReturnType<typeof listEndUsers>>["rows"][number];

/** An end-user as a line of a file, under the headings that an import knows. */
export const exportedColumns = {
  id: (row: Row) => row.id,
  ...exportedFields(listedEndUserFields),
  state: (row: Row) => (row.archivedAt ? "archived" : row.status),
  buildings: (row: Row) => row.buildingCount,
  contracts: (row: Row) => row.contractCount,
  devices: (row: Row) => row.deviceCount,
  disconnected_devices: (row: Row) => row.disconnectedDeviceCount,
  tags: (row: Row) => row.tags.join("; "),
  created_at: (row: Row) => row.createdAt,
  last_seen_at: (row: Row) => row.lastSeenAt,
} satisfies Record<string, (row: Row) => Cell>;
