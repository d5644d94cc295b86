import { expect, it } from "vitest";
import { areValuesStale } from "./stale-values";

const at = new Date("2026-11-28T12:00:00Z");
const readAt = (minutesAgo: number) => new Date(at.getTime() - minutesAgo * 60_000);

it.each(["disconnected", "revoked", "error"] as const)(
  "takes the values of a device that is %s as stale, however recent",
  (connectionState) => {
    const device = { connectionState, currentStateLastUpdatedAt: readAt(1) };
    expect(areValuesStale(device, 60, at)).toBe(true);
  },
);

it("takes values as stale once they are older than the limit", () => {
  const device = (minutesAgo: number) => ({
    connectionState: "connected" as const,
    currentStateLastUpdatedAt: readAt(minutesAgo),
  });
  expect(areValuesStale(device(60), 60, at)).toBe(false);
  expect(areValuesStale(device(61), 60, at)).toBe(true);
});

it("takes values that were never read as stale", () => {
  const device = { connectionState: "pending" as const, currentStateLastUpdatedAt: null };
  expect(areValuesStale(device, 60, at)).toBe(true);
});
