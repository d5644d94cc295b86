/** An hour of a day: which one by the clock on the wall, what the device took in it, and what a MWh cost. */
export type HourOfDay = { clock: number; energyWh: number | null; pricePerMwh: number | null };

export type DayOfDevice = {
  day: string;
  /** Whether the device was optimised all day; null when only for a part, or when nobody knows. */
  isOptimized: boolean | null;
  /** Which share of the day was measured; null of days from before it was counted. */
  coverage: number | null;
  hours: readonly HourOfDay[];
};

/** Why a day that may have been optimised is left out. */
export const leftOutReasons = ["unknown", "unmeasured", "unpriced", "unreferenced"] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];

export type DayOfSavings =
  | { day: string; outcome: "unoptimized" | LeftOutReason }
  | {
      day: string;
      outcome: "counted";
      energyWh: number;
      /** What the day's energy would have cost by the device's own profile, and what it did. */
      baseline: number;
      actual: number;
      /** How far the profile is off, in currency per Wh, and how many days it was made of. */
      errorPerWh: number;
      referenceDays: number;
    };

/** Days with a smaller measured share are left out. */
export const MIN_COVERAGE = 0.9;
/** A profile is made of no fewer days. */
export const MIN_REFERENCE_DAYS = 7;
/** Older days say nothing of how a device is used now. */
export const REFERENCE_WINDOW_DAYS = 90;

const WH_PER_MWH = 1_000_000;
const CLOCK_HOURS = 24;
const dayMs = 86_400_000;

type MeasuredHour = { clock: number; energyWh: number; price: number };
type MeasuredDay = { at: number; energyWh: number; cost: number; hours: readonly MeasuredHour[] };

/**
 * What each optimised day of a device saved: its energy, spread over the day as on the device's own days without
 * optimisation, at that day's prices, less what it cost.
 * @param days of one device, in order of time
 */
export function computeSavings(days: readonly DayOfDevice[]): DayOfSavings[] {
  const references = days.flatMap((day) => {
    const measured = day.isOptimized === false ? toMeasuredDay(day) : undefined;
    return measured && typeof measured !== "string" && measured.energyWh > 0 ? [measured] : [];
  });
  const profiles = new Map<string, Profile>();
  const profileBefore = (at: number): Profile | undefined => {
    const start = references.findIndex((day) => day.at >= at - REFERENCE_WINDOW_DAYS * dayMs);
    const after = references.findIndex((day) => day.at >= at);
    const used = references.slice(
      start < 0 ? references.length : start,
      after < 0 ? undefined : after,
    );
    if (used.length < MIN_REFERENCE_DAYS) return undefined;
    const key = `${used[0]?.at} ${used.at(-1)?.at}`;
    const profile = profiles.get(key) ?? buildProfile(used);
    profiles.set(key, profile);
    return profile;
  };
  return days.map((one): DayOfSavings => {
    const { day, isOptimized } = one;
    if (isOptimized === null) return { day, outcome: "unknown" };
    if (!isOptimized) return { day, outcome: "unoptimized" };
    const measured = toMeasuredDay(one);
    if (typeof measured === "string") return { day, outcome: measured };
    const profile = profileBefore(measured.at);
    if (!profile) return { day, outcome: "unreferenced" };
    return {
      ...{ day, outcome: "counted", energyWh: measured.energyWh, actual: measured.cost },
      baseline: costBy(profile.shares, measured),
      errorPerWh: profile.errorPerWh,
      referenceDays: profile.days,
    };
  });
}

function toMeasuredDay({ day, coverage, hours }: DayOfDevice): MeasuredDay | LeftOutReason {
  if (coverage === null || coverage < MIN_COVERAGE) return "unmeasured";
  const measured: MeasuredHour[] = [];
  for (const { clock, energyWh, pricePerMwh } of hours) {
    if (energyWh === null) continue;
    if (pricePerMwh === null) return "unpriced";
    measured.push({ clock, energyWh, price: pricePerMwh / WH_PER_MWH });
  }
  const sumOf = (of: (hour: MeasuredHour) => number) =>
    measured.reduce((sum, hour) => sum + of(hour), 0);
  return {
    at: Date.parse(day),
    energyWh: sumOf(({ energyWh }) => energyWh),
    cost: sumOf(({ energyWh, price }) => energyWh * price),
    hours: measured,
  };
}

/** The share that an hour of the clock has in a day's energy: sums over days, and of how many hours they are. */
type Shares = { sums: number[]; counts: number[] };

type Profile = { shares: Shares; days: number; errorPerWh: number };

function buildProfile(days: readonly MeasuredDay[]): Profile {
  const shares: Shares = {
    sums: Array.from({ length: CLOCK_HOURS }, () => 0),
    counts: Array.from({ length: CLOCK_HOURS }, () => 0),
  };
  for (const day of days) addShares(shares, day, 1);
  // Each day is predicted by the others, as an optimised day is.
  const errors = days.map((day) => {
    addShares(shares, day, -1);
    const error = (costBy(shares, day) - day.cost) / day.energyWh;
    addShares(shares, day, 1);
    return error;
  });
  const squares = errors.reduce((sum, error) => sum + error ** 2, 0);
  return { shares, days: days.length, errorPerWh: Math.sqrt(squares / (days.length - 1)) };
}

function addShares({ sums, counts }: Shares, { hours, energyWh }: MeasuredDay, sign: 1 | -1) {
  for (const hour of hours) {
    sums[hour.clock] = (sums[hour.clock] ?? 0) + (sign * hour.energyWh) / energyWh;
    counts[hour.clock] = (counts[hour.clock] ?? 0) + sign;
  }
}

/**
 * What a day's energy would have cost if it had been spread by the shares. They are taken in proportion to each other
 * over the hours that the day has, so that days of 23 and 25 hours spread all their energy, too.
 */
function costBy({ sums, counts }: Shares, { hours, energyWh, cost }: MeasuredDay): number {
  let weights = 0;
  let weighted = 0;
  for (const { clock, price } of hours) {
    const count = counts[clock] ?? 0;
    const weight = count > 0 ? Math.max(0, (sums[clock] ?? 0) / count) : 0;
    weights += weight;
    weighted += weight * price;
  }
  return weights > 0 ? (energyWh * weighted) / weights : cost;
}

export type SavingsSum = {
  /** In the prices' currency; null when no day could be counted. */
  total: number | null;
  /** Of what the energy would have cost; null when that was nothing, or less. */
  percentage: number | null;
  /** The standard error of the total. */
  standardError: number | null;
  countedDays: number;
  leftOut: Record<LeftOutReason, number>;
};

/**
 * What several days, perhaps of several devices, saved. The errors of days are independent of each other; what the
 * profile itself is off by is in each of them.
 * @param devices the days of each device
 */
export function sumUpSavings(devices: readonly (readonly DayOfSavings[])[]): SavingsSum {
  const leftOut = { unknown: 0, unmeasured: 0, unpriced: 0, unreferenced: 0 };
  let [countedDays, baseline, actual, variance] = [0, 0, 0, 0];
  for (const days of devices) {
    let shared = 0;
    for (const day of days) {
      if (day.outcome === "unoptimized") continue;
      if (day.outcome !== "counted") {
        leftOut[day.outcome]++;
        continue;
      }
      countedDays++;
      baseline += day.baseline;
      actual += day.actual;
      variance += (day.energyWh * day.errorPerWh) ** 2;
      shared += (day.energyWh * day.errorPerWh) / Math.sqrt(day.referenceDays);
    }
    variance += shared ** 2;
  }
  const total = baseline - actual;
  const isKnown = countedDays > 0;
  return {
    total: isKnown ? total : null,
    percentage: isKnown && baseline > 0 ? (100 * total) / baseline : null,
    standardError: isKnown ? Math.sqrt(variance) : null,
    countedDays,
    leftOut,
  };
}
