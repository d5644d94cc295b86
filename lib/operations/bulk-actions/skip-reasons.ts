/** Why a bulk action leaves a record as it is. */
export const skipReasons = [
  "connected",
  "recentEmail",
  "sameCustomer",
  "noEmail",
  "inactiveCustomer",
  "measuresOnly",
  "alreadyOff",
  "alreadyPaused",
  "notPaused",
  "alreadyTagged",
  "notTagged",
  "alreadyArchived",
  "notArchived",
] as const;

export type SkipReason = (typeof skipReasons)[number];

/** How many records are skipped for each reason, in the order of the reasons. */
export function countSkips(
  skipped: ReadonlyMap<string, SkipReason>,
): { reason: SkipReason; count: number }[] {
  const reasons = [...skipped.values()];
  return skipReasons
    .map((reason) => ({ reason, count: reasons.filter((given) => given === reason).length }))
    .filter(({ count }) => count > 0);
}
