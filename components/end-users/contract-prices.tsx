import { getFormatter, getTranslations } from "next-intl/server";
import { now } from "@/lib/core/clock";
import { findPriceAt, listComingPrices } from "@/lib/customers/energy-contracts/energy-prices";
import { formatEnergyPrice } from "./energy-price-text";

type Props = {
  contract: {
    energyPrices: { price: number; timestamp: string }[];
    currencyEnergyPrice: string | null;
  };
  /** Of the organization, by whose days prices change. */
  timeZone: string;
};

const MAX_COMING_PRICES = 3;

/** What a kilowatt-hour costs today, and the changes that are known already. */
export async function ContractPrices({ contract, timeZone }: Props) {
  const t = await getTranslations("contracts");
  const format = await getFormatter();
  const { energyPrices, currencyEnergyPrice: currency } = contract;
  const current = findPriceAt(energyPrices, now());
  const coming = listComingPrices(energyPrices, now()).slice(0, MAX_COMING_PRICES);
  if (!currency || (!current && coming.length === 0)) return "–";
  const price = (amount: number) =>
    t("perKwh", { amount: formatEnergyPrice(format, amount, currency) });
  return (
    <>
      {current && <span className="block">{price(current.price)}</span>}
      {coming.map((next) => (
        <span key={next.timestamp} className="block text-ink-soft">
          {t("priceFromDay", {
            price: price(next.price),
            day: format.dateTime(new Date(next.timestamp), { dateStyle: "medium", timeZone }),
          })}
        </span>
      ))}
    </>
  );
}
