import type { buildings } from "@/db/schema";
import type { FieldDefinition } from "@/lib/core/records/field-table";

/** Columns that the portal keeps itself. */
type KeptColumn =
  | "organizationId"
  | "id"
  | "userId"
  | "hasName"
  | "contractCount"
  | "deviceCount"
  | "facet"
  | "nameSort"
  | "searchText"
  | "searchLexemes"
  | "searchVersion"
  | "postalCodeSort"
  | "createdAt"
  | "updatedAt"
  | "deletedAt"
  | "version";

export type BuildingField = Exclude<keyof typeof buildings.$inferSelect, KeptColumn>;

/** Words that the API's reference and its guides use; others are kept as they came. */
const propertyTypes = [
  "single_family_home",
  "Detached",
  "Semi-detached",
  "Bungalow",
  "Terraced",
  "End-terrace",
  "Flat",
];
const heatings = ["heat_pump", "Gas boiler"];

/**
 * What people write of a building: the source of its schema, form, page, list columns, import, export, API
 * fields, audit labels and erasure. A column of `buildings` that is missing here does not compile.
 */
export const buildingFields = {
  name: {
    kind: "text",
    maxLength: 100,
    apiName: "name",
    headings: ["bezeichnung"],
    isPersonal: true,
    group: "identity",
  },
  propertyType: {
    kind: "text",
    maxLength: 50,
    terms: propertyTypes,
    apiName: "property_type",
    isPersonal: false,
    group: "identity",
  },
  streetAndNumber: {
    kind: "text",
    maxLength: 100,
    apiName: "street_and_number",
    isPersonal: true,
    group: "address",
  },
  streetAddInfo: {
    kind: "text",
    maxLength: 100,
    apiName: "street_add_info",
    isPersonal: true,
    group: "address",
  },
  zipCode: {
    kind: "text",
    maxLength: 20,
    apiName: "zip_code",
    isPersonal: true,
    group: "address",
  },
  town: {
    kind: "text",
    maxLength: 100,
    apiName: "town",
    isPersonal: true,
    group: "address",
  },
  country: {
    kind: "country",
    apiName: "country",
    isPersonal: false,
    group: "address",
  },
  latitude: {
    kind: "decimal",
    min: -90,
    max: 90,
    apiName: "latitude",
    headings: ["breitengrad", "geografische breite", "lat"],
    isPersonal: true,
    group: "position",
  },
  longitude: {
    kind: "decimal",
    min: -180,
    max: 180,
    apiName: "longitude",
    headings: ["längengrad", "geografische länge", "lng", "lon"],
    isPersonal: true,
    group: "position",
  },
  propertySizeM2: {
    kind: "integer",
    min: 1,
    max: 1_000_000,
    unit: "m²",
    apiName: "property_size_m2",
    isPersonal: false,
    group: "facts",
  },
  propertyAge: {
    kind: "text",
    maxLength: 50,
    apiName: "property_age",
    isPersonal: false,
    group: "facts",
  },
  numOccupants: {
    kind: "integer",
    min: 0,
    max: 10_000,
    apiName: "num_occupants",
    isPersonal: false,
    group: "facts",
  },
  occupantType: {
    kind: "text",
    maxLength: 50,
    apiName: "occupant_type",
    isPersonal: false,
    group: "facts",
  },
  spaceHeating: {
    kind: "text",
    maxLength: 50,
    terms: heatings,
    apiName: "space_heating",
    isPersonal: false,
    group: "facts",
  },
  waterHeating: {
    kind: "text",
    maxLength: 50,
    terms: heatings,
    apiName: "water_heating",
    isPersonal: false,
    group: "facts",
  },
  photovoltaic: {
    kind: "flag",
    apiName: "photovoltaic",
    headings: ["pv", "photovoltaik", "pv-anlage", "photovoltaikanlage"],
    isPersonal: false,
    group: "facts",
  },
} as const satisfies Record<BuildingField, FieldDefinition>;
