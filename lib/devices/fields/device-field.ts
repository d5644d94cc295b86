import { optionalInteger, optionalNumber } from "@/lib/core/validation/numbers";
import { optionalChoice, optionalMeterPoint } from "@/lib/core/validation/optional-values";
import { optionalFlag, optionalText } from "@/lib/core/validation/problems";
import { localMoment, optionalTimeOfDay } from "@/lib/core/validation/time-fields";
import { isQuantity, type Quantity, type Reported, reportedSchema } from "./quantities";

/** The parts of the form in which settings stand. */
export type SettingSection =
  | "use"
  | "limits"
  | "away"
  | "charging"
  | "battery"
  | "metering"
  | "market";

/** What people may set. Local moments are as a clock of the form's time zone shows them. */
export type Setting = { section: SettingSection } & (
  | { kind: "decimal" | "integer"; min: number; max: number }
  | { kind: "text"; maxLength: number }
  | { kind: "choice"; choices: readonly string[] }
  | { kind: "flag" | "timeOfDay" | "localMoment" | "meterPoint" }
);

/** What the portal works out itself. */
export type Kept = "integer" | "decimal" | "flag" | "word" | "moment";

type Common = {
  /** Shown on the device's page beside its large figures, or with its settings; settings always are. */
  listed?: "now" | "settings";
  /** Whether the Partner API leaves it out. */
  isInternal?: true;
};

/**
 * One field of what only a kind of device has. Schemas, forms, pages, reports, plausible ranges and the Partner API
 * derive from it; its label is a message of the same name.
 */
export type DeviceFieldDefinition = Common &
  (
    | { reports: Reported; sets?: Setting; keeps?: never }
    | { reports?: never; sets: Setting; keeps?: never }
    | { reports?: never; sets?: never; keeps: Kept }
  );

export type DeviceFieldTable = Record<string, DeviceFieldDefinition>;

type SettingSchemas = {
  decimal: ReturnType<typeof optionalNumber>;
  integer: ReturnType<typeof optionalInteger>;
  text: ReturnType<typeof optionalText>;
  flag: typeof optionalFlag;
  timeOfDay: typeof optionalTimeOfDay;
  localMoment: typeof localMoment;
  meterPoint: typeof optionalMeterPoint;
  choice: ReturnType<typeof optionalChoice<string>>;
};

type SettingSchema<Of extends Setting> = Of extends {
  kind: "choice";
  choices: readonly (infer Choice extends string)[];
}
  ? ReturnType<typeof optionalChoice<Choice>>
  : SettingSchemas[Of["kind"]];

function settingSchema(setting: Setting): SettingSchemas[Setting["kind"]] {
  switch (setting.kind) {
    case "decimal":
      return optionalNumber(setting.min, setting.max);
    case "integer":
      return optionalInteger(setting.min, setting.max);
    case "text":
      return optionalText(setting.maxLength);
    case "choice":
      return optionalChoice(setting.choices);
    case "flag":
      return optionalFlag;
    case "timeOfDay":
      return optionalTimeOfDay;
    case "localMoment":
      return localMoment;
    case "meterPoint":
      return optionalMeterPoint;
  }
}

type SettingsShape<Table extends DeviceFieldTable> = {
  [Name in keyof Table as Table[Name] extends { sets: Setting }
    ? Name
    : never]: Table[Name] extends { sets: infer Of extends Setting } ? SettingSchema<Of> : never;
};

type ReportsShape<Table extends DeviceFieldTable> = {
  [Name in keyof Table as Table[Name] extends { reports: Reported }
    ? Name
    : never]: Table[Name] extends { reports: infer Of extends Reported }
    ? ReturnType<typeof reportedSchema<Of>>
    : never;
};

/** The settings of a table, in its order. */
export const settingsIn = (table: DeviceFieldTable): [string, Setting][] =>
  Object.entries(table).flatMap(([name, { sets }]): [string, Setting][] =>
    sets ? [[name, sets]] : [],
  );

/** The shape of a zod object of what people may set. */
export function settingsShape<Table extends DeviceFieldTable>(table: Table): SettingsShape<Table> {
  const entries = settingsIn(table).map(([name, setting]) => [name, settingSchema(setting)]);
  // Object.fromEntries forgets which schema belongs to which name.
  return Object.fromEntries(entries) as SettingsShape<Table>;
}

/** The shape of a zod object of what a device reports. */
export function reportsShape<Table extends DeviceFieldTable>(table: Table): ReportsShape<Table> {
  const entries = Object.entries(table).flatMap(([name, { reports }]) =>
    reports ? [[name, reportedSchema(reports)]] : [],
  );
  return Object.fromEntries(entries) as ReportsShape<Table>;
}

/** What a field's reported number is; nothing of one that is no number. */
export function quantityOf(table: DeviceFieldTable, name: string): Quantity | undefined {
  const reports = Object.hasOwn(table, name) ? table[name]?.reports : undefined;
  return reports && isQuantity(reports) ? reports : undefined;
}
