import { describe, expect, it } from "vitest";
import { toWallboxState } from "./wallbox-state";

const state = (kindDetails: object, isAuthenticated = true, connectionStatus = "ok" as const) =>
  toWallboxState({ isAuthenticated, connectionStatus, kindDetails: { ...kindDetails } });

describe("the mode of a wallbox", () => {
  it.each([
    ["CHARGING", { isPluggedIn: true, isCharging: true }],
    ["PLUGGED_IN", { isPluggedIn: true, isCharging: false }],
    ["PLUGGED_IN", { isPluggedIn: true, isCharging: null }],
    ["READY", { isPluggedIn: false, isCharging: false }],
    ["UNKNOWN", { isPluggedIn: null, isCharging: null }],
    ["UNKNOWN", {}],
  ])("is %s of %o", (mode, kindDetails) => {
    expect(state(kindDetails).mode).toBe(mode);
  });

  it("is UNAVAILABLE while it is not connected", () => {
    expect(state({ isPluggedIn: true, isCharging: true }, false).mode).toBe("UNAVAILABLE");
  });
});

describe("the connection of a wallbox", () => {
  it("is what OCPP says of a connected one", () => {
    expect(state({ isOcppConnected: true }).connection).toBe("online");
    expect(state({ isOcppConnected: false }).connection).toBe("offline");
    expect(state({ isOcppConnected: true }, false).connection).toBe("never_connected");
  });

  it("is that of the manufacturer's cloud where there is no OCPP", () => {
    const reached = (connectionStatus: "ok" | "error" | "unknown") =>
      toWallboxState({ isAuthenticated: true, connectionStatus, kindDetails: {} }).connection;
    expect([reached("ok"), reached("error"), reached("unknown")]).toEqual([
      "online",
      "offline",
      "offline",
    ]);
  });
});
