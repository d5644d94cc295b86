import { DateTime, type DateTimeUnit } from "luxon";

export type TimeTick = { at: Date; format: "hour" | "weekday" | "dayOfMonth" };

const steps = [
  { most: 2, unit: "hour", every: 6, format: "hour" },
  { most: 10, unit: "day", every: 1, format: "weekday" },
  { most: 62, unit: "day", every: 7, format: "dayOfMonth" },
] as const satisfies { most: number; unit: DateTimeUnit; every: number; format: string }[];

/** Round moments between two others on a clock of the given zone: few enough to stand side by side. */
export function timeTicks(from: Date, until: Date, zone: string): TimeTick[] {
  const days = (until.getTime() - from.getTime()) / 86_400_000;
  const step = steps.find(({ most }) => days <= most) ?? steps[2];
  const ticks: TimeTick[] = [];
  let at = DateTime.fromJSDate(from, { zone }).startOf("day");
  while (at.toJSDate() <= until) {
    if (at.toJSDate() >= from) ticks.push({ at: at.toJSDate(), format: step.format });
    at = at.plus(step.unit === "hour" ? { hours: step.every } : { days: step.every });
  }
  return ticks;
}
