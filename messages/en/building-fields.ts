import type { BuildingField } from "@/lib/customers/buildings/building-fields";

/** A label for each field of a building: in its form, on its page, in imports and in the audit log. */
export const buildingFields = {
  name: "Name",
  propertyType: "Building type",
  streetAndNumber: "Street and number",
  streetAddInfo: "Staircase, door",
  zipCode: "Postal code",
  town: "Town",
  country: "Country",
  latitude: "Latitude",
  longitude: "Longitude",
  propertySizeM2: "Living area (m²)",
  propertyAge: "Year built",
  numOccupants: "Occupants",
  occupantType: "Occupant type",
  spaceHeating: "Space heating",
  waterHeating: "Water heating",
  photovoltaic: "Photovoltaics",
} satisfies Record<BuildingField, string>;

/** Hints below fields of the form. */
export const buildingHints = {
  name: "If empty, the address is shown",
  country: "Code or name, e.g. AT or Austria",
  propertyAge: "A year or range, e.g. 1990-2000",
} satisfies Partial<Record<BuildingField, string>>;
