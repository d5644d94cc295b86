import type { Cell } from "@/lib/core/lists/exported-rows";
import type { listEndUsers } from "@/lib/customers/end-users/list-end-users";

type Row = Awaited<ReturnType<typeof listEndUsers>>["rows"][number];

/** An end-user as a line of a file, under the headings that an import knows. */
export const exportedColumns = {
  id: (row: Row) => row.id,
  email: (row: Row) => row.email,
  external_user_id: (row: Row) => row.externalUserId,
  first_name: (row: Row) => row.firstName,
  last_name: (row: Row) => row.lastName,
  phone: (row: Row) => row.phone,
  street_and_number: (row: Row) => row.streetAndNumber,
  street_add_info: (row: Row) => row.streetAddInfo,
  zip_code: (row: Row) => row.zipCode,
  town: (row: Row) => row.town,
  country: (row: Row) => row.country,
  state: (row: Row) => (row.archivedAt ? "archived" : row.status),
  buildings: (row: Row) => row.buildingCount,
  contracts: (row: Row) => row.contractCount,
  devices: (row: Row) => row.deviceCount,
  disconnected_devices: (row: Row) => row.disconnectedDeviceCount,
  tags: (row: Row) => row.tags.join("; "),
  created_at: (row: Row) => row.createdAt,
  last_seen_at: (row: Row) => row.lastSeenAt,
} satisfies Record<string, (row: Row) => Cell>;
