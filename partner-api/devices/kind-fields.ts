import { snakeCase } from "change-case";
import { z } from "@/lib/core/validation/problems";
import {
  type DeviceFieldDefinition,
  type DeviceFieldTable,
  type Setting,
  settingsIn,
} from "@/lib/devices/fields/device-field";
import { isQuantity, plausibleRanges } from "@/lib/devices/fields/quantities";
import { moment, shownInteger, shownMoment, shownNumber, shownText, text } from "../fields";

const flag = z.boolean().nullable();

/** Words are shown as texts: more of them may come. */
const shownByKind = {
  integer: shownInteger,
  decimal: shownNumber,
  flag,
  word: shownText,
  text: shownText,
  choice: shownText,
  timeOfDay: shownText,
  meterPoint: shownText,
  moment: shownMoment,
  localMoment: shownMoment,
} as const;

function shownOf({ reports, sets, keeps }: DeviceFieldDefinition): z.ZodType {
  if (!reports) return shownByKind[sets ? sets.kind : keeps];
  if (!isQuantity(reports)) return shownByKind[reports];
  return plausibleRanges[reports].isWhole ? shownInteger : shownNumber;
}

/** HH:MM of 24 hours; of a moment, as wallboxes have it in the documentation, its time in UTC. */
const deadline = z
  .union([z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), moment], { error: "timeOfDay" })
  .nullable()
  .optional()
  .meta({ example: "07:00" });

/** What can be sent of a setting: limits are checked by the use-case, which names them. */
function sentOf(setting: Setting): z.ZodType {
  switch (setting.kind) {
    case "integer":
      return z.number().int().nullable().optional();
    case "decimal":
      return z.number().nullable().optional();
    case "flag":
      return flag.optional();
    case "choice":
      return z.enum(setting.choices).nullable().optional();
    case "text":
      return text(setting.maxLength);
    case "timeOfDay":
      return deadline;
    case "localMoment":
      return moment.nullable().optional();
    case "meterPoint":
      return text(100).meta({
        description: "The metering point that it measures, or the number of the meter.",
      });
  }
}

/** The shape of what a kind of device shows beside what all show. */
export const shownFieldsOf = (table: DeviceFieldTable): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(table).flatMap(([name, field]) =>
      field.isInternal ? [] : [[snakeCase(name), shownOf(field)]],
    ),
  );

/** The shape of what can be sent to a kind of device beside what all take. */
export const sentSettingsOf = (table: DeviceFieldTable): Record<string, z.ZodType> =>
  Object.fromEntries(
    settingsIn(table).map(([name, setting]) => [snakeCase(name), sentOf(setting)]),
  );
