import { z } from "@/lib/core/validation/problems";

type Range = { min: number; max: number; noise: number; isWhole: boolean };

/**
 * What each kind of reported number can plausibly be. A value outside by no more than `noise` is what sensors say
 * around zero or when full, and is taken as the limit.
 */
export const plausibleRanges = {
  power: { min: 0, max: 1_000_000, noise: 50, isWhole: true },
  flow: { min: -1_000_000, max: 1_000_000, noise: 0, isWhole: true },
  temperature: { min: -60, max: 120, noise: 0, isWhole: false },
  percent: { min: 0, max: 100, noise: 2, isWhole: true },
  range: { min: 0, max: 2000, noise: 0, isWhole: true },
  seconds: { min: 0, max: 1_000_000, noise: 60, isWhole: true },
  capacity: { min: 0.1, max: 1000, noise: 0, isWhole: false },
  register: { min: 0, max: 100_000_000, noise: 0, isWhole: false },
} as const satisfies Record<string, Range>;

export type Quantity = keyof typeof plausibleRanges;

/** What a device can report of a field: a number of some quantity, a switch, or a word. */
export type Reported = Quantity | "flag" | "word";

const flag = z.boolean().optional();
const word = z.string().trim().min(1).max(50).optional();
const numberOf = ({ min, max, isWhole }: Range) => {
  const number = isWhole ? z.number().int() : z.number();
  return number.min(min).max(max).optional();
};

type ReportedSchema<Of extends Reported> = Of extends "flag"
  ? typeof flag
  : Of extends "word"
    ? typeof word
    : ReturnType<typeof numberOf>;

export function isQuantity(reported: Reported): reported is Quantity {
  return reported !== "flag" && reported !== "word";
}

/** What a report may say of a field; one that it leaves out stays as it was. */
export function reportedSchema<Of extends Reported>(reported: Of): ReportedSchema<Of>;
export function reportedSchema(reported: Reported) {
  if (isQuantity(reported)) return numberOf(plausibleRanges[reported]);
  return reported === "flag" ? flag : word;
}
