import { verbatimText, z } from "@/lib/core/validation/problems";
import { buildingFields } from "@/lib/customers/buildings/building-fields";
import type { BuildingRecord } from "@/lib/customers/buildings/building-records";
import { addressBody, iso, moment, shownMoment, text } from "../fields";
import { answersOf, bodiesOf, shownFields } from "../record-fields";

const { name: nameField, ...optionalFields } = buildingFields;

const writable = {
  ...bodiesOf(optionalFields),
  property_type: text(optionalFields.propertyType.maxLength).meta({
    example: "single_family_home",
  }),
  property_age: z
    .union([z.string().max(optionalFields.propertyAge.maxLength), z.number().int()])
    .nullable()
    .optional()
    .meta({ description: "A year, an age or a range.", example: "1990-2000" }),
  space_heating: text(optionalFields.spaceHeating.maxLength).meta({ example: "heat_pump" }),
  ...addressBody,
};

const name = verbatimText().max(nameField.maxLength).meta({ example: "Home" });

export const createBuildingBody = z.object({ name, ...writable }).meta({ id: "CreateBuilding" });
export const updateBuildingBody = z
  .object({ name: name.optional(), ...writable })
  .meta({ id: "UpdateBuilding" });

export const buildingSchema = z
  .object({
    id: z.uuid(),
    ...answersOf(optionalFields),
    name: z.string().meta({ description: "Of a building without a name: its address." }),
    created_at: moment,
    updated_at: moment,
    deleted_at: shownMoment,
  })
  .meta({ id: "Building" });

export function toBuilding(building: BuildingRecord): z.input<typeof buildingSchema> {
  return {
    id: building.id,
    ...shownFields(optionalFields, building),
    name: building.name,
    created_at: building.createdAt.toISOString(),
    updated_at: building.updatedAt.toISOString(),
    deleted_at: iso(building.deletedAt),
  };
}
