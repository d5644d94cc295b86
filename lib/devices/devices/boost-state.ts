/** Charging a vehicle at once, past every optimisation; see the state machine in docs/architecture.md. */
export type BoostState = "available" | "requested" | "ongoing" | "unavailable";

export type Boost = { boostState: BoostState; boostForNextSession: boolean };

type Vehicle = { isPluggedIn: boolean; isCharging: boolean; isFullyCharged: boolean };

/** What asking for a boost leads to: a new state, or the reason why it is refused. */
export function requestedBoost(
  boost: Boost,
  vehicle: Vehicle,
): Boost | { refusal: "alreadyCharging" | "fullyCharged" } {
  const isUnderWay = boost.boostState === "requested" || boost.boostState === "ongoing";
  if (isUnderWay || vehicle.isCharging) return { refusal: "alreadyCharging" };
  if (!vehicle.isPluggedIn) return { boostState: "unavailable", boostForNextSession: true };
  if (vehicle.isFullyCharged) return { refusal: "fullyCharged" };
  return { boostState: "requested", boostForNextSession: boost.boostForNextSession };
}

/**
 * The state of the boost after a vehicle has reported. One that was asked for goes on once the vehicle charges;
 * it ends when the vehicle is full, unplugged, or stopped by its maker. One that was armed starts, and is
 * armed no longer, when the vehicle is plugged in and not full.
 */
export function reportedBoost(boost: Boost, vehicle: Vehicle): Boost {
  const { boostForNextSession } = boost;
  if (!vehicle.isPluggedIn) return { boostState: "unavailable", boostForNextSession };
  if (vehicle.isFullyCharged) return { boostState: "unavailable", boostForNextSession };
  if (boost.boostState === "requested") {
    return { boostState: vehicle.isCharging ? "ongoing" : "requested", boostForNextSession };
  }
  if (boost.boostState === "ongoing" && vehicle.isCharging) {
    return { boostState: "ongoing", boostForNextSession };
  }
  if (boostForNextSession) return { boostState: "requested", boostForNextSession: false };
  return {
    boostState: vehicle.isCharging ? "unavailable" : "available",
    boostForNextSession: false,
  };
}
