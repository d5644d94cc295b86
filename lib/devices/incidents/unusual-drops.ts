/** Minutes in which drops are counted together. */
export const windowMinutes = 15;

/** Fewer devices than these are never an incident. */
const least = 10;

/**
 * From how many drops in a window on something unusual is going on: five times what is usual, and so far above it
 * that chance does not explain it (six standard deviations of a Poisson distribution), and ten devices at least.
 * @param usual drops of this manufacturer in such a window, on average
 */
export function dropThreshold(usual: number): number {
  return Math.max(least, 5 * usual, usual + 6 * Math.sqrt(usual));
}

/** Whether so few of an incident's devices are still away that it is over. */
export function isOver({ affected, stillAffected }: { affected: number; stillAffected: number }) {
  return stillAffected <= affected * 0.1;
}
