import { optionalInteger, optionalNumber } from "@/lib/core/validation/numbers";
import {
  checkbox,
  optionalCountry,
  optionalText,
  recordVersion,
  requiredText,
  z,
} from "@/lib/core/validation/problems";

/** Words that the API's reference and its guides use; others are kept as they came. */
export const buildingTerms = {
  propertyType: [
    "single_family_home",
    "Detached",
    "Semi-detached",
    "Bungalow",
    "Terraced",
    "End-terrace",
    "Flat",
  ],
  heating: ["heat_pump", "Gas boiler"],
} as const;

/** What a person may write of a building; shared by the form and the server. */
const buildingFields = {
  name: requiredText(100),
  propertyType: optionalText(50),
  propertySizeM2: optionalInteger(1, 1_000_000),
  propertyAge: optionalText(50),
  numOccupants: optionalInteger(0, 10_000),
  occupantType: optionalText(50),
  spaceHeating: optionalText(50),
  waterHeating: optionalText(50),
  photovoltaic: checkbox,
  streetAndNumber: optionalText(100),
  streetAddInfo: optionalText(100),
  zipCode: optionalText(20),
  town: optionalText(100),
  country: optionalCountry,
  latitude: optionalNumber(-90, 90),
  longitude: optionalNumber(-180, 180),
};

export const buildingFieldNames = Object.keys(buildingFields) as (keyof typeof buildingFields)[];

export const createBuildingInput = z.object({ ...buildingFields, userId: z.uuid() });

export const updateBuildingInput = z.object({
  ...buildingFields,
  id: z.uuid(),
  version: recordVersion,
});

export const buildingReference = z.object({ id: z.uuid() });
