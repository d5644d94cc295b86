import type { Cell } from "@/lib/core/lists/exported-rows";
import type { listBuildings } from "@/lib/customers/buildings/list-buildings";

type Row = Awaited<ReturnType<typeof listBuildings>>["rows"][number];

/** A building as a line of a file, under the headings that an import knows. */
export const exportedColumns = {
  id: (row: Row) => row.id,
  user_id: (row: Row) => row.owner.id,
  owner_email: (row: Row) => row.owner.email,
  end_user: (row: Row) => row.owner.name,
  name: (row: Row) => row.name,
  street_and_number: (row: Row) => row.streetAndNumber,
  street_add_info: (row: Row) => row.streetAddInfo,
  zip_code: (row: Row) => row.zipCode,
  town: (row: Row) => row.town,
  country: (row: Row) => row.country,
  latitude: (row: Row) => row.latitude,
  longitude: (row: Row) => row.longitude,
  property_type: (row: Row) => row.propertyType,
  property_size_m2: (row: Row) => row.propertySizeM2,
  property_age: (row: Row) => row.propertyAge,
  num_occupants: (row: Row) => row.numOccupants,
  occupant_type: (row: Row) => row.occupantType,
  space_heating: (row: Row) => row.spaceHeating,
  water_heating: (row: Row) => row.waterHeating,
  photovoltaic: (row: Row) => row.photovoltaic,
  contracts: (row: Row) => row.contractCount,
  devices: (row: Row) => row.deviceCount,
  created_at: (row: Row) => row.createdAt,
} satisfies Record<string, (row: Row) => Cell>;
