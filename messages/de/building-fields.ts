import type { BuildingField } from "@/lib/customers/buildings/building-fields";

/** A label for each field of a building: in its form, on its page, in imports and in the audit log. */
export const buildingFields = {
  name: "Name",
  propertyType: "Art des Gebäudes",
  streetAndNumber: "Straße und Hausnummer",
  streetAddInfo: "Stiege, Tür",
  zipCode: "Postleitzahl",
  town: "Ort",
  country: "Land",
  latitude: "Breite",
  longitude: "Länge",
  propertySizeM2: "Größe in m²",
  propertyAge: "Baujahr",
  numOccupants: "Bewohner",
  occupantType: "Art der Bewohner",
  spaceHeating: "Heizung",
  waterHeating: "Warmwasser",
  photovoltaic: "Photovoltaik",
} satisfies Record<BuildingField, string>;

/** Hints below fields of the form. */
export const buildingHints = {
  name: "Ohne Namen wird das Gebäude mit seiner Adresse angezeigt.",
  country: "Kürzel oder Name, etwa AT oder Österreich.",
  propertyAge: "Ein Jahr oder ein Zeitraum, etwa 1990-2000.",
} satisfies Partial<Record<BuildingField, string>>;
