import type { ZodNullable } from "zod";
import { z } from "@/lib/core/validation/problems";
import { moment } from "../fields";
import { type ApiDeviceKind, deviceKinds } from "./device-kinds";

type Kind = ApiDeviceKind["kind"];

/** Under which name an answer about energy or readings holds what only a kind of device has. */
const memberOf = {
  heat_pump: "heat_pump",
  electric_vehicle: "electric_vehicle",
  solar_inverter: "inverter",
  wallbox: "wallbox",
  home_battery: "home_battery",
  smart_meter: "smart_meter",
} as const satisfies Record<Kind, string>;

type Member = (typeof memberOf)[Kind];

/** What all answers about energy and readings say of themselves. */
export const metadataSchema = z.object({
  requested_at: moment,
  query: z.record(z.string(), z.string()),
  units: z.record(z.string(), z.string()),
  error: z.string().nullable(),
});

/** A member for each kind of device, of which all but one are null. */
export function membersOfKinds<Schema extends z.ZodType>(schemaOf: (kind: Kind) => Schema) {
  const entries = deviceKinds.map(({ kind }) => [memberOf[kind], schemaOf(kind).nullable()]);
  // Object.fromEntries forgets the names.
  return Object.fromEntries(entries) as Record<Member, ZodNullable<Schema>>;
}

/** The members with a value for one kind, and null for the others. */
export const ofKind = <Value>(kind: Kind, value: Value): Record<Member, Value | null> => ({
  ...{ heat_pump: null, electric_vehicle: null, inverter: null },
  ...{ wallbox: null, home_battery: null, smart_meter: null },
  [memberOf[kind]]: value,
});

/** A number as precise as it is answered. */
export const toHundredths = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;

export const splitList = (text: string): string[] => [
  ...new Set(text.split(",").map((name) => name.trim())),
];

/** A list of some words, apart by commas. */
export const listed = (allowed: readonly string[]) =>
  z
    .string()
    .max(400)
    .refine((text) => splitList(text).every((name) => allowed.includes(name)), {
      error: "choice",
    });
