import type { BuildingField } from "@/lib/customers/buildings/building-fields";

/** A label for each field of a building: in its form, on its page, in imports and in the audit log. */
export const buildingFields = {
  name: "Name",
  propertyType: "Kind of building",
  streetAndNumber: "Street and number",
  streetAddInfo: "Staircase, door",
  zipCode: "Postal code",
  town: "Town",
  country: "Country",
  latitude: "Latitude",
  longitude: "Longitude",
  propertySizeM2: "Size in m²",
  propertyAge: "Built",
  numOccupants: "Occupants",
  occupantType: "Kind of occupants",
  spaceHeating: "Space heating",
  waterHeating: "Water heating",
  photovoltaic: "Photovoltaics",
} satisfies Record<BuildingField, string>;

/** Hints below fields of the form. */
export const buildingHints = {
  name: "Without a name, the building is shown by its address.",
  country: "Code or name, like AT or Austria.",
  propertyAge: "A year or a range, like 1990-2000.",
} satisfies Partial<Record<BuildingField, string>>;
