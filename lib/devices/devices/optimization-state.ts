export type OptimizationSettings = {
  isSmartOptimizationActive: boolean;
  /** Until when optimization is paused; null or past: it is not. */
  pausePowerUntil: Date | null;
};

/** Whether a device's optimization is on, paused or off at a time, connected or not. */
export function optimizationStateAt(
  { isSmartOptimizationActive, pausePowerUntil }: OptimizationSettings,
  at: Date,
): "on" | "paused" | "off" {
  if (!isSmartOptimizationActive) return "off";
  return pausePowerUntil !== null && pausePowerUntil > at ? "paused" : "on";
}
