import { describe, expect, it } from "vitest";
import { reconnectionOf } from "./reconnection";

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

const lost = {
  id: "device",
  kind: "heat_pump" as const,
  isAuthenticated: false,
  connectionState: "disconnected" as const,
  disconnectedSince: hoursAgo(48),
  isSmartOptimizationActive: false,
  pausePowerUntil: null,
};
const regained = {
  ...lost,
  isAuthenticated: true,
  connectionState: "connected" as const,
  disconnectedSince: null,
};

const link = (given: object = {}) => ({
  createdAt: hoursAgo(24),
  openedAt: null,
  startedAt: null,
  completedAt: null,
  failedAt: null,
  revokedAt: null,
  expiresAt: hoursAgo(-24),
  startsOptimized: false,
  ...given,
});

describe("a device that lost its connection", () => {
  it.each([
    ["has no link", [], "noLink"],
    ["got its link", [link()], "sent"],
    ["has a link that was opened", [link({ openedAt: hoursAgo(1) })], "opened"],
    ["has a link with a login that was begun", [link({ startedAt: hoursAgo(1) })], "opened"],
    ["has a failed login", [link({ openedAt: hoursAgo(2), failedAt: hoursAgo(1) })], "failed"],
    ["has a link that is too old to open", [link({ expiresAt: hoursAgo(1) })], "expired"],
    ["had its link revoked", [link({ revokedAt: hoursAgo(1) })], "noLink"],
    ["has only a link from before it was lost", [link({ createdAt: hoursAgo(72) })], "noLink"],
    [
      "has an older link that was opened after a newer one was sent",
      [link(), link({ createdAt: hoursAgo(30), openedAt: hoursAgo(2) })],
      "opened",
    ],
  ])("and %s", (_, links, state) => {
    expect(reconnectionOf(lost, links)?.state).toBe(state);
  });
});

describe("a device that was connected again", () => {
  const used = [link({ completedAt: hoursAgo(1) })];
  const optimized = { isSmartOptimizationActive: true };
  it.each([
    ["is not optimized while optimization is off", {}, "connected"],
    ["is optimized", optimized, "optimizing"],
    ["is not optimized in a pause", { ...optimized, pausePowerUntil: hoursAgo(-1) }, "connected"],
    ["is optimized after a pause", { ...optimized, pausePowerUntil: hoursAgo(1) }, "optimizing"],
    [
      "is not optimized while it is silent",
      { ...optimized, connectionState: "degraded" as const },
      "connected",
    ],
    ["is no more than connected as a meter", { kind: "smart_meter" as const }, "connected"],
  ])("%s", (_, device, state) => {
    expect(reconnectionOf({ ...regained, ...device }, used)?.state).toBe(state);
  });

  it("has no reconnection to show where no link did it lately", () => {
    expect(reconnectionOf(regained, [link()])).toBeUndefined();
    const longAgo = [link({ completedAt: hoursAgo(15 * 24) })];
    expect(reconnectionOf(regained, longAgo)).toBeUndefined();
  });
});
