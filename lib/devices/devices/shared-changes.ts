import type { devices } from "@/db/schema";
import { pick, withoutUndefined } from "@/lib/core/records/object-fields";

type Device = typeof devices.$inferSelect;

const names = [
  "buildingId",
  "comment",
  "isSmartOptimizationActive",
  "isForecastingEnabled",
  "pausePowerUntil",
] as const;

type SharedChanges = { [Name in (typeof names)[number]]?: Device[Name] | undefined };

/** The fields of the devices' common table that were sent. */
export const toSharedChanges = (changes: SharedChanges): Partial<Device> =>
  withoutUndefined(pick(changes, names));
