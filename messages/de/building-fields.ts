import type { BuildingField } from "@/lib/customers/buildings/building-fields";

/** A label for each field of a building: in its form, on its page, in imports and in the audit log. */
export const buildingFields = {
  name: "Name",
  propertyType: "Gebäudetyp",
  streetAndNumber: "Straße und Hausnummer",
  streetAddInfo: "Stiege, Tür",
  zipCode: "Postleitzahl",
  town: "Ort",
  country: "Land",
  latitude: "Breitengrad",
  longitude: "Längengrad",
  propertySizeM2: "Wohnfläche (m²)",
  propertyAge: "Baujahr",
  numOccupants: "Bewohner",
  occupantType: "Bewohnertyp",
  spaceHeating: "Heizung",
  waterHeating: "Warmwasser",
  photovoltaic: "Photovoltaik",
} satisfies Record<BuildingField, string>;

/** Hints below fields of the form. */
export const buildingHints = {
  name: "Ohne Namen wird die Adresse angezeigt",
  country: "Code oder Name, z. B. AT oder Österreich",
  propertyAge: "Jahr oder Zeitraum, z. B. 1990-2000",
} satisfies Partial<Record<BuildingField, string>>;
