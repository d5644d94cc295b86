import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Boost, type BoostState, reportedBoost, requestedBoost } from "./boost-state";

const idle = { isPluggedIn: true, isCharging: false, isFullyCharged: false };
const charging = { ...idle, isCharging: true };
const full = { ...idle, isFullyCharged: true };
const unplugged = { ...idle, isPluggedIn: false };
const boost = (boostState: BoostState, boostForNextSession = false): Boost => ({
  boostState,
  boostForNextSession,
});

describe("asking for a boost", () => {
  it.each([
    ["plugged in and idle", boost("available"), idle, boost("requested")],
    ["unplugged", boost("unavailable"), unplugged, boost("unavailable", true)],
    ["armed already", boost("unavailable", true), unplugged, boost("unavailable", true)],
    ["starting", boost("requested"), idle, { refusal: "alreadyCharging" }],
    ["charging by boost", boost("ongoing"), charging, { refusal: "alreadyCharging" }],
    ["charging by plan", boost("unavailable"), charging, { refusal: "alreadyCharging" }],
    ["full", boost("unavailable"), full, { refusal: "fullyCharged" }],
  ])("of a vehicle that is %s", (_, before, vehicle, after) => {
    expect(requestedBoost(before, vehicle)).toEqual(after);
  });
});

describe("a report", () => {
  it.each([
    ["starts to charge", boost("requested"), charging, boost("ongoing")],
    ["does not charge yet", boost("requested"), idle, boost("requested")],
    ["goes on charging", boost("ongoing"), charging, boost("ongoing")],
    ["is full", boost("ongoing"), full, boost("unavailable")],
    ["is unplugged", boost("ongoing"), unplugged, boost("unavailable")],
    ["was stopped by its maker", boost("ongoing"), idle, boost("available")],
    ["is plugged in, armed", boost("unavailable", true), idle, boost("requested")],
    ["stays away, armed", boost("unavailable", true), unplugged, boost("unavailable", true)],
    ["is plugged in", boost("unavailable"), idle, boost("available")],
    ["charges by plan", boost("available"), charging, boost("unavailable")],
  ])("of a vehicle that %s", (_, before, vehicle, after) => {
    expect(reportedBoost(before, vehicle)).toEqual(after);
  });

  it("never has an unplugged or full vehicle charge, and tells the same twice", () => {
    const anyBoost = fc.record({
      boostState: fc.constantFrom<BoostState>("available", "requested", "ongoing", "unavailable"),
      boostForNextSession: fc.boolean(),
    });
    const anyVehicle = fc.record({
      isPluggedIn: fc.boolean(),
      isCharging: fc.boolean(),
      isFullyCharged: fc.boolean(),
    });
    fc.assert(
      fc.property(anyBoost, anyVehicle, (before, vehicle) => {
        const after = reportedBoost(before, vehicle);
        if (!vehicle.isPluggedIn || vehicle.isFullyCharged) {
          expect(after.boostState).toBe("unavailable");
        }
        // An armed boost starts in the first report and runs in the second, if the vehicle charges.
        const isStarting = after.boostState === "requested" && vehicle.isCharging;
        if (!isStarting) expect(reportedBoost(after, vehicle)).toEqual(after);
      }),
    );
  });
});
