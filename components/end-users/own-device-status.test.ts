import { describe, expect, it } from "vitest";
import {
  adviceOf,
  optimizationOf,
  remedyOf,
  type StatusOfOwnDevice,
  sinceOf,
} from "./own-device-status";

const at = new Date("2027-01-15T12:00:00Z");
const lost = new Date("2027-01-12T12:00:00Z");
const connected = new Date("2026-09-09T12:00:00Z");
const read = new Date("2027-01-15T11:00:00Z");

const device = (fields: Partial<StatusOfOwnDevice>): StatusOfOwnDevice => ({
  kind: "heat_pump",
  connectionState: "connected",
  connectedSince: connected,
  disconnectedSince: null,
  currentStateLastUpdatedAt: read,
  isSmartOptimizationActive: true,
  pausePowerUntil: null,
  ...fields,
});

it.each([
  ["connected", undefined, connected],
  ["degraded", "check", read],
  ["disconnected", "reconnect", lost],
  ["revoked", "reconnect", lost],
  ["error", "reconnect", null],
  ["pending", "connect", null],
] as const)("a device that is %s asks its owner for: %s", (connectionState, remedy, since) => {
  const shown = device({ connectionState, disconnectedSince: lost });
  expect(remedyOf(shown)).toBe(remedy);
  expect(sinceOf(shown)).toEqual(since);
  expect(adviceOf(shown) === undefined).toBe(remedy === undefined);
});

describe("the optimisation", () => {
  it("is on, paused for a while, or off", () => {
    expect(optimizationOf(device({}), at)).toBe("optimized");
    const until = (pausePowerUntil: Date) => optimizationOf(device({ pausePowerUntil }), at);
    expect(until(new Date(at.getTime() + 1))).toBe("paused");
    expect(until(new Date(at.getTime() - 1))).toBe("optimized");
    expect(optimizationOf(device({ isSmartOptimizationActive: false }), at)).toBe("off");
  });

  it("is not promised to a device without a connection, or to a meter", () => {
    expect(optimizationOf(device({ connectionState: "disconnected" }), at)).toBeUndefined();
    expect(optimizationOf(device({ kind: "smart_meter" }), at)).toBe("measures");
  });
});

it("promises a meter no schedule", () => {
  const isLost = { connectionState: "disconnected" } as const;
  expect(adviceOf(device(isLost))).toBe("reconnect");
  expect(adviceOf(device({ ...isLost, kind: "smart_meter" }))).toBe("reconnectMeter");
});
