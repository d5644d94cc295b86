let held: Date | undefined;

/** The present moment, for every rule in which time decides. */
export function now(): Date {
  return held ? new Date(held) : new Date();
}

/** Stops the clock at a moment for a test; without one it runs again. */
export function holdClock(moment?: Date): void {
  held = moment;
}
