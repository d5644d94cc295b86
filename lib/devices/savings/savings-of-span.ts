import {
  type DayOfSavings,
  type LeftOutReason,
  leftOutReasons,
  type SavingsSum,
  sumUpSavings,
} from "./compute-savings";

/** Prices of all zones that are fetched are in this currency. */
export const savingsCurrency = "EUR";

/** Why savings are not known. */
export const unknownReasons = [
  /** The kind of device has none. */
  "kind",
  /** The device is in no price zone. */
  "priceZone",
  /** Before the days that savings are computed of. */
  "tooLongAgo",
  /** On no day that is over was it optimised. */
  "notOptimized",
  ...leftOutReasons,
] as const;

export type UnknownReason = (typeof unknownReasons)[number];

export type KnownSavings = SavingsSum & {
  /** Why `total` is null. */
  reason: UnknownReason | null;
};

export const savingsUnknown = (reason: UnknownReason): KnownSavings => ({
  ...sumUpSavings([]),
  reason,
});

/** @param span the first day, and the one after the last, as YYYY-MM-DD */
export function sumUpSpan(
  devices: readonly (readonly DayOfSavings[])[],
  { from, until }: { from: string; until: string },
): KnownSavings {
  const sum = sumUpSavings(
    devices.map((days) => days.filter(({ day }) => day >= from && day < until)),
  );
  return { ...sum, reason: sum.total === null ? reasonOf(sum.leftOut) : null };
}

/** What most of the days were left out for. */
function reasonOf(leftOut: Record<LeftOutReason, number>): UnknownReason {
  const [most] = leftOutReasons.toSorted((one, other) => leftOut[other] - leftOut[one]);
  return most && leftOut[most] > 0 ? most : "notOptimized";
}
