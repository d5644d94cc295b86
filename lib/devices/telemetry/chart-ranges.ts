/** How far back the charts of a device can reach. */
export const chartRanges = ["day", "week", "month"] as const;
export type ChartRange = (typeof chartRanges)[number];
