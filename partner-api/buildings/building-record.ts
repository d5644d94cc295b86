import { verbatimText, z } from "@/lib/core/validation/problems";
import type { BuildingRecord } from "@/lib/customers/buildings/building-records";
import {
  addressBody,
  addressFields,
  iso,
  moment,
  sent,
  sentAddress,
  shownAddress,
  shownInteger,
  shownMoment,
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
  ...addressBody,
};

const name = verbatimText().max(100).meta({ example: "Home" });

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
    ...addressFields,
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
    ...shownAddress(building),
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
    ...sentAddress(body),
  });
}
