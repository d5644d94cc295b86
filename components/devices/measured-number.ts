import type { useFormatter } from "next-intl";

/** How many decimals the numbers of a unit have, so that they line up in a column. */
const decimalsOf: Record<string, number> = {
  W: 0,
  kW: 1,
  kWh: 1,
  "°C": 1,
  "%": 0,
  km: 0,
};

/** A measured number in the reader's language, with as many decimals as every number of its unit. */
export function formatMeasured(
  format: Pick<ReturnType<typeof useFormatter>, "number">,
  value: number,
  unit: string,
): string {
  const decimals = decimalsOf[unit] ?? 1;
  return format.number(value, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
