import type { useFormatter } from "next-intl";

/** An amount of a currency per kWh, with as many digits as prices of energy have. */
export const formatEnergyPrice = (
  format: ReturnType<typeof useFormatter>,
  price: number,
  currency: string,
): string => format.number(price, { style: "currency", currency, maximumFractionDigits: 6 });
