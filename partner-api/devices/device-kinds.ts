import { z } from "@/lib/core/validation/problems";
import { type DeviceKind, deviceKinds as kindNames } from "@/lib/devices/devices/device-kinds";
import { fieldsOfKind } from "@/lib/devices/fields/fields-of-kinds";
import { commonBody, commonFields, createBody, recordBody } from "./device-fields";
import { sentSettingsOf, shownFieldsOf } from "./kind-fields";
import { wallboxStateFields } from "./wallbox-state";

/** How the API names each kind of device: in paths, in answers, in documents. */
const kindDefinitions = {
  heat_pump: {
    collection: "heat-pumps",
    parameter: "heat_pump_id",
    word: "heat pump",
    plural: "heat pumps",
    name: "HeatPump",
    listName: "HeatPumps",
    type: { short_name: "hp_atw", long_name: "Heat Pump (Air-to-Water)" },
    filter: "hp",
    sharedBody: commonBody,
  },
  electric_vehicle: {
    collection: "electric-vehicles",
    parameter: "electric_vehicle_id",
    word: "electric vehicle",
    plural: "electric vehicles",
    name: "ElectricVehicle",
    listName: "ElectricVehicles",
    type: { short_name: "ev", long_name: "Electric Vehicle" },
    filter: "ev",
    sharedBody: commonBody,
  },
  solar_inverter: {
    collection: "inverters",
    parameter: "inverter_id",
    word: "solar inverter",
    plural: "solar inverters",
    name: "Inverter",
    listName: "Inverters",
    type: { short_name: "inverter", long_name: "Solar Inverter" },
    filter: "iv",
    sharedBody: commonBody,
  },
  wallbox: {
    collection: "wallboxes",
    parameter: "wallbox_id",
    word: "wallbox",
    plural: "wallboxes",
    name: "Wallbox",
    listName: "Wallboxes",
    type: { short_name: "wallbox", long_name: "Wallbox" },
    filter: "wb",
    sharedBody: commonBody,
  },
  home_battery: {
    collection: "home-batteries",
    parameter: "home_battery_id",
    word: "home battery",
    plural: "home batteries",
    name: "HomeBattery",
    listName: "HomeBatteries",
    type: { short_name: "home_battery", long_name: "Home Battery" },
    filter: "hb",
    sharedBody: commonBody,
  },
  smart_meter: {
    collection: "smart-meters",
    parameter: "smart_meter_id",
    word: "smart meter",
    plural: "smart meters",
    name: "SmartMeter",
    listName: "SmartMeters",
    type: { short_name: "smart_meter", long_name: "Smart Meter" },
    filter: "sm",
    sharedBody: recordBody,
  },
} as const satisfies Record<DeviceKind, object>;

/** The kinds with the schemas of what is sent and shown. */
const actionsSchema = z
  .array(
    z.object({
      code: z.string().meta({ example: "reauthenticate" }),
      resolution_link: z.object({ url: z.string(), required_parameters: z.array(z.string()) }),
    }),
  )
  .meta({ description: "What has to be done before the device works. More codes may come." });

/** A name of `is_battery_connected` that older documentation has. */
const olderInverterBody = { battery_connected: z.boolean().optional() };

export const deviceKinds = kindNames.map((kind) => {
  const { sharedBody, ...names } = kindDefinitions[kind];
  const fields = shownFieldsOf(fieldsOfKind[kind]);
  const settings = sentSettingsOf(fieldsOfKind[kind]);
  const body = { ...settings, ...(kind === "solar_inverter" && olderInverterBody) };
  return {
    kind,
    ...names,
    /** The names of the fields that only this kind has. */
    ownFields: Object.keys(fields),
    /** The names of the settings that only this kind has. */
    ownSettings: Object.keys(settings),
    schema: z
      .object({
        ...commonFields,
        actions: actionsSchema,
        ...fields,
        ...(kind === "wallbox" && wallboxStateFields),
      })
      .meta({ id: names.name }),
    createBody: z
      .object({ ...createBody, ...sharedBody, ...body })
      .meta({ id: `Create${names.name}` }),
    updateBody: z.object({ ...sharedBody, ...body }).meta({ id: `Update${names.name}` }),
  };
});

export type ApiDeviceKind = (typeof deviceKinds)[number];

export function kindOf(name: ApiDeviceKind["kind"]): ApiDeviceKind {
  const found = deviceKinds.find(({ kind }) => kind === name);
  if (!found) throw new Error(`There is no kind ${name}.`);
  return found;
}

/** What any device shows in a list of the whole fleet. */
export const fleetDeviceSchema = z.object(commonFields).meta({ id: "Device" });
