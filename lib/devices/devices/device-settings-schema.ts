import { optionalInteger } from "@/lib/core/validation/numbers";
import { optionalChoice } from "@/lib/core/validation/optional-values";
import { checkbox, recordVersion, z } from "@/lib/core/validation/problems";
import { optionalTimeOfDay, timeOfDay } from "@/lib/core/validation/time-fields";
import { isTimeZone } from "@/lib/core/validation/time-zone";
import { settingsShape } from "../fields/device-field";
import { fieldsOfKind } from "../fields/fields-of-kinds";

/** The price zones of electricity markets that devices may be optimised in. */
export const priceZones = [
  "AT",
  "AT_HOURLY",
  "BE",
  "CH",
  "EE",
  "DE_LU",
  "HU",
  "IT_CNOR",
  "IT_CSUD",
  "IT_NORD",
  "IT_PUN",
  "IT_SARD",
  "IT_SICI",
  "IT_SUD",
  "PT",
  "RO",
  "SE_1",
  "SE_2",
  "SE_3",
  "SE_4",
  "UK",
] as const;

const timeZone = z.string().refine(isTimeZone, { error: "choice" }).default("UTC");
const percent = optionalInteger(0, 100);

const common = {
  id: z.uuid(),
  version: recordVersion,
  priceZone: optionalChoice(priceZones),
  isTradingEnabled: checkbox,
  isInverterForcedModeEnabled: checkbox,
};

const isBelow = (lowest: number | null, highest: number | null) =>
  lowest === null || highest === null || lowest <= highest;

const fault = (path: string, message: string) => ({ path: [path], error: message });

/** Temperatures in degrees Celsius. Away times are as a clock of the time zone shows them. */
export const heatPumpSettings = z
  .object({
    kind: z.literal("heat_pump"),
    ...common,
    ...settingsShape(fieldsOfKind.heat_pump),
    awayTimeZone: timeZone,
  })
  .refine(
    (fields) => isBelow(fields.minimumTemperatureLimit, fields.maximumTemperatureLimit),
    fault("maximumTemperatureLimit", "belowLowest"),
  )
  .refine(
    (fields) => isBelow(fields.minimumDhwTemperatureLimit, fields.dhwStandardTemperature),
    fault("dhwStandardTemperature", "belowLowest"),
  )
  .refine(
    ({ awayModeStart: start, awayModeEnd: end }) => !start || !end || start < end,
    fault("awayModeEnd", "endBeforeBeginning"),
  )
  .refine(
    ({ isAwayModeEnabled, awayModeStart }) => !isAwayModeEnabled || awayModeStart !== "",
    fault("awayModeStart", "required"),
  );

/** Levels in percent, thresholds of grid export in W. */
export const electricVehicleSettings = z
  .object({
    kind: z.literal("electric_vehicle"),
    ...common,
    ...settingsShape(fieldsOfKind.electric_vehicle),
  })
  .refine(
    (fields) => isBelow(fields.gridExportStopThresholdW, fields.gridExportStartThresholdW),
    fault("gridExportStartThresholdW", "belowStop"),
  );

/** Peak power in kW, capacity in kWh, levels in percent. */
export const solarInverterSettings = z
  .object({
    kind: z.literal("solar_inverter"),
    ...common,
    ...settingsShape(fieldsOfKind.solar_inverter),
  })
  .refine(
    (fields) => !fields.isBatteryConnected || fields.batteryCapacityKwh !== null,
    fault("batteryCapacityKwh", "required"),
  )
  .refine(
    (fields) => isBelow(fields.minBatteryCharge, fields.maxBatteryCharge),
    fault("maxBatteryCharge", "belowLowest"),
  );

/** Levels in percent, power in W. */
export const wallboxSettings = z
  .object({
    kind: z.literal("wallbox"),
    ...common,
    ...settingsShape(fieldsOfKind.wallbox),
  })
  .refine(
    (fields) => isBelow(fields.chargeTargetMin, fields.chargeTargetMax),
    fault("chargeTargetMax", "belowLowest"),
  );

/** Capacity in kWh, levels in percent. */
export const homeBatterySettings = z
  .object({
    kind: z.literal("home_battery"),
    ...common,
    ...settingsShape(fieldsOfKind.home_battery),
  })
  .refine(
    (fields) => isBelow(fields.minBatteryCharge, fields.maxBatteryCharge),
    fault("maxBatteryCharge", "belowLowest"),
  );

/** A meter only measures: what is recorded of it is the meter point that it measures. */
export const smartMeterSettings = z.object({
  kind: z.literal("smart_meter"),
  id: common.id,
  version: common.version,
  ...settingsShape(fieldsOfKind.smart_meter),
});

/** What people may set on a device, by its kind; the same for forms and every other way in. */
export const deviceSettings = z.discriminatedUnion("kind", [
  heatPumpSettings,
  electricVehicleSettings,
  solarInverterSettings,
  wallboxSettings,
  homeBatterySettings,
  smartMeterSettings,
]);

export const setBoostInput = z.object({
  id: z.uuid(),
  /** Whether the vehicle is to charge at once, or when it is plugged in next; else the latter is called off. */
  isWanted: checkbox,
});

/** How long optimisation can be paused for by a click, in hours; 0 resumes it. */
export const pauseHours = [0, 1, 3, 6, 12, 24, 72] as const;

export const pauseDeviceInput = z.object({
  id: z.uuid(),
  hours: z.coerce
    .number()
    .int()
    .min(0)
    .max(24 * 365),
});

export const weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
type Day = (typeof weekdayNames)[number];

const dayFields = Object.fromEntries(
  weekdayNames.flatMap((day) => [
    [`${day}Percentage`, percent],
    [`${day}Deadline`, optionalTimeOfDay],
  ]),
) as Record<`${Day}Percentage`, typeof percent> &
  Record<`${Day}Deadline`, typeof optionalTimeOfDay>;

/** A weekly charge policy as its form has it: of each day both fields, or neither. */
export const chargePolicyInput = z
  .object({ id: z.uuid(), timeZone: timeZone, ...dayFields })
  .superRefine((fields, context) => {
    for (const day of weekdayNames) {
      const percentage = fields[`${day}Percentage`];
      const deadline = fields[`${day}Deadline`];
      if ((percentage === null) === (deadline === null)) continue;
      const path = percentage === null ? `${day}Percentage` : `${day}Deadline`;
      context.addIssue({ code: "custom", path: [path], message: "required" });
    }
  });

export type ChargePolicyFields = z.output<typeof chargePolicyInput>;

/** The days that have a target, as they are stored. */
export function chargePolicyDays(fields: ChargePolicyFields) {
  return Object.fromEntries(
    weekdayNames.flatMap((day) => {
      const chargePercentage = fields[`${day}Percentage`];
      const deadline = timeOfDay.safeParse(fields[`${day}Deadline`]);
      return chargePercentage === null || !deadline.success
        ? []
        : [[day, { chargePercentage, chargeDeadline: deadline.data }]];
    }),
  );
}
