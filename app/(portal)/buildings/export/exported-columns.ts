import type { Cell } from "@/lib/core/lists/exported-rows";
import { exportedFields } from "@/lib/core/records/field-table";
import { buildingFields } from "@/lib/customers/buildings/building-fields";
import type { listBuildings } from "@/lib/customers/buildings/list-buildings";

type Row = Awaited<ReturnType<typeof listBuildings>>["rows"][number];

/** A building as a line of a file, under the headings that an import knows. */
export const exportedColumns = {
  id: (row: Row) => row.id,
  user_id: (row: Row) => row.owner.id,
  owner_email: (row: Row) => row.owner.email,
  end_user: (row: Row) => row.owner.name,
  ...exportedFields(buildingFields),
  name: (row: Row) => (row.hasName ? row.name : null),
  contracts: (row: Row) => row.contractCount,
  devices: (row: Row) => row.deviceCount,
  created_at: (row: Row) => row.createdAt,
} satisfies Record<string, (row: Row) => Cell>;
