import type { devices } from "@/db/schema";

type LastReading = Pick<
  typeof devices.$inferSelect,
  "connectionState" | "currentStateLastUpdatedAt"
>;

const lostStates = new Set<LastReading["connectionState"]>(["disconnected", "revoked", "error"]);

/**
 * Whether a device's values no longer tell how it is now: its connection is lost, or its last reading is older
 * than the organization's limit for degraded devices.
 */
export function areValuesStale(
  { connectionState, currentStateLastUpdatedAt: readAt }: LastReading,
  staleAfterMinutes: number,
  at: Date,
): boolean {
  if (!readAt || lostStates.has(connectionState)) return true;
  return at.getTime() - readAt.getTime() > staleAfterMinutes * 60_000;
}
