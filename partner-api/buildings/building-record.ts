import type { BuildingRecord } from "@/lib/buildings/building-records";
import { z } from "@/lib/validation/problems";
import {
  country,
  iso,
  moment,
  postalCode,
  sent,
  sentCountry,
  shownInteger,
  shownMoment,
  shownNumber,
  shownText,
  text,
} from "../fields";

const amount = (most: number) => z.number().int().min(0).max(most).nullable().optional();

const writable = {
  property_type: text(50).meta({ example: "single_family_home" }),
  property_size_m2: amount(1_000_000).meta({ description: "Square metres." }),
  property_age: z
    .union([z.string().max(50), z.number().int()])
    .nullable()
    .optional()
    .meta({ description: "A year, an age or a range.", example: "1990-2000" }),
  num_occupants: amount(10_000),
  occupant_type: text(50).meta({ example: "family" }),
  space_heating: text(50).meta({ example: "heat_pump" }),
  water_heating: text(50).meta({ example: "heat_pump" }),
  photovoltaic: z.boolean().nullable().optional(),
  street_and_number: text(100),
  street_add_info: text(100),
  zip_code: postalCode,
  town: text(100),
  country,
  country_iso2: country,
  latitude: z.number().min(-90).max(90).nullable().optional(),
  longitude: z.number().min(-180).max(180).nullable().optional(),
};

const name = z.string().max(100).meta({ example: "Home" });

export const createBuildingBody = z.object({ name, ...writable }).meta({ id: "CreateBuilding" });
export const updateBuildingBody = z
  .object({ name: name.optional(), ...writable })
  .meta({ id: "UpdateBuilding" });

export const buildingSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    property_type: shownText,
    property_size_m2: shownInteger,
    property_age: shownText,
    num_occupants: shownInteger,
    occupant_type: shownText,
    space_heating: shownText,
    water_heating: shownText,
    photovoltaic: z.boolean().nullable(),
    street_and_number: shownText,
    street_add_info: shownText,
    zip_code: shownText,
    town: shownText,
    country: shownText,
    latitude: shownNumber,
    longitude: shownNumber,
    created_at: moment,
    updated_at: moment,
    deleted_at: shownMoment,
  })
  .meta({ id: "Building" });

export function toBuilding(building: BuildingRecord): z.input<typeof buildingSchema> {
  return {
    id: building.id,
    name: building.name,
    property_type: building.propertyType,
    property_size_m2: building.propertySizeM2,
    property_age: building.propertyAge,
    num_occupants: building.numOccupants,
    occupant_type: building.occupantType,
    space_heating: building.spaceHeating,
    water_heating: building.waterHeating,
    photovoltaic: building.photovoltaic,
    street_and_number: building.streetAndNumber,
    street_add_info: building.streetAddInfo,
    zip_code: building.zipCode,
    town: building.town,
    country: building.country,
    latitude: building.latitude,
    longitude: building.longitude,
    created_at: building.createdAt.toISOString(),
    updated_at: building.updatedAt.toISOString(),
    deleted_at: iso(building.deletedAt),
  };
}

/** What was sent, under the names that use-cases know. */
export function sentBuilding(body: z.output<typeof updateBuildingBody>) {
  return sent({
    propertyType: body.property_type,
    propertySizeM2: body.property_size_m2,
    propertyAge: typeof body.property_age === "number" ? `${body.property_age}` : body.property_age,
    numOccupants: body.num_occupants,
    occupantType: body.occupant_type,
    spaceHeating: body.space_heating,
    waterHeating: body.water_heating,
    photovoltaic: body.photovoltaic ?? undefined,
    streetAndNumber: body.street_and_number,
    streetAddInfo: body.street_add_info,
    zipCode: typeof body.zip_code === "number" ? `${body.zip_code}` : body.zip_code,
    town: body.town,
    country: sentCountry(body),
    latitude: body.latitude,
    longitude: body.longitude,
  });
}
