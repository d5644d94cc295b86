import { z } from "@/lib/core/validation/problems";
import {
  commonBody,
  commonFields,
  createBody,
  electricVehicleBody,
  electricVehicleFields,
  heatPumpBody,
  heatPumpFields,
  inverterBody,
  inverterFields,
  wallboxBody,
  wallboxFields,
} from "./device-fields";

/** How the API names each kind of device: in paths, in answers, in documents. */
const kindList = [
  {
    kind: "heat_pump",
    collection: "heat-pumps",
    parameter: "heat_pump_id",
    word: "heat pump",
    name: "HeatPump",
    type: { short_name: "hp_atw", long_name: "Heat Pump (Air-to-Water)" },
    fields: heatPumpFields,
    body: heatPumpBody,
  },
  {
    kind: "electric_vehicle",
    collection: "electric-vehicles",
    parameter: "electric_vehicle_id",
    word: "electric vehicle",
    name: "ElectricVehicle",
    type: { short_name: "ev", long_name: "Electric Vehicle" },
    fields: electricVehicleFields,
    body: electricVehicleBody,
  },
  {
    kind: "solar_inverter",
    collection: "inverters",
    parameter: "inverter_id",
    word: "solar inverter",
    name: "Inverter",
    type: { short_name: "inverter", long_name: "Solar Inverter" },
    fields: inverterFields,
    body: inverterBody,
  },
  {
    kind: "wallbox",
    collection: "wallboxes",
    parameter: "wallbox_id",
    word: "wallbox",
    name: "Wallbox",
    type: { short_name: "wallbox", long_name: "Wallbox" },
    fields: wallboxFields,
    body: wallboxBody,
  },
] as const;

/** The kinds with the schemas of what is sent and shown. */
const actionsSchema = z
  .array(
    z.object({
      code: z.string().meta({ example: "reauthenticate" }),
      resolution_link: z.object({ url: z.string(), required_parameters: z.array(z.string()) }),
    }),
  )
  .meta({ description: "What has to be done before the device works. More codes may come." });

export const deviceKinds = kindList.map(({ fields, body, ...kind }) => ({
  ...kind,
  /** The names of the fields that only this kind has. */
  ownFields: Object.keys(fields),
  /** The names of the settings that only this kind has. */
  ownSettings: Object.keys(body),
  schema: z.object({ ...commonFields, actions: actionsSchema, ...fields }).meta({ id: kind.name }),
  createBody: z
    .object({ ...createBody, ...commonBody, ...body })
    .meta({ id: `Create${kind.name}` }),
  updateBody: z.object({ ...commonBody, ...body }).meta({ id: `Update${kind.name}` }),
}));

export type ApiDeviceKind = (typeof deviceKinds)[number];

export function kindOf(name: ApiDeviceKind["kind"]): ApiDeviceKind {
  const found = deviceKinds.find(({ kind }) => kind === name);
  if (!found) throw new Error(`There is no kind ${name}.`);
  return found;
}

/** What any device shows in a list of the whole fleet. */
export const fleetDeviceSchema = z.object(commonFields).meta({ id: "Device" });
