import type { DeviceKind } from "@/db/schema/device-kind-names";
import { MAX_BATCH_SIZE } from "@/lib/core/records/batch-size";
import { optionalInteger } from "@/lib/core/validation/numbers";
import {
  optionalMultilineText,
  optionalText,
  recordVersion,
  requiredText,
  z,
} from "@/lib/core/validation/problems";
import {
  electricVehicleSettings,
  heatPumpSettings,
  homeBatterySettings,
  smartMeterSettings,
  solarInverterSettings,
  wallboxSettings,
} from "./device-settings-schema";
import { deviceKinds } from "./device-terms";

export const settingsOfKind = {
  heat_pump: heatPumpSettings,
  electric_vehicle: electricVehicleSettings,
  solar_inverter: solarInverterSettings,
  wallbox: wallboxSettings,
  home_battery: homeBatterySettings,
  smart_meter: smartMeterSettings,
} as const satisfies Record<DeviceKind, z.ZodType>;

/** What is set beside a kind's settings; what is left out stays as it is. */
const sharedChanges = {
  buildingId: z.uuid().nullable().optional(),
  comment: optionalMultilineText(300).unwrap().optional(),
  isSmartOptimizationActive: z.boolean().optional(),
  isForecastingEnabled: z.boolean().optional(),
  /** Until when optimisation pauses; null resumes it. */
  pausePowerUntil: z.date().nullable().optional(),
  /** Some of the kind's settings by their names, as `deviceSettings` takes them. */
  settings: z.record(z.string().max(100), z.unknown()).default({}),
};

export const changeDeviceInput = z.object({
  userId: z.uuid(),
  id: z.uuid(),
  kind: z.enum(deviceKinds),
  version: recordVersion,
  ...sharedChanges,
});

export const createDeviceInput = z.object({
  userId: z.uuid(),
  kind: z.enum(deviceKinds),
  manufacturer: requiredText(100),
  model: requiredText(100),
  modelYear: optionalInteger(1990, 2100),
  externalDeviceId: optionalText(255),
  cloudServiceId: z.uuid().nullable().default(null),
  ...sharedChanges,
});

/** Settings of a kind are not among them: each kind has them in a table of its kind. */
export const createDevicesInput = z.object({
  devices: z.array(createDeviceInput.omit({ settings: true }).strict()).max(MAX_BATCH_SIZE),
});

/** Without versions: each replaces what is stored. */
export const changeDevicesInput = z.object({
  devices: z
    .array(changeDeviceInput.omit({ settings: true, version: true }).strict())
    .max(MAX_BATCH_SIZE),
});
