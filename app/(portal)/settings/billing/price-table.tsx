import { getFormatter, getTranslations } from "next-intl/server";
import type { BilledKind, Tier } from "@/lib/organization/billing/price-list";
import { moneyOf } from "./wording";

/** The price steps of a plan, by kind of device. */
export async function PriceTable({ prices }: { prices: Record<BilledKind, Tier[]> }) {
  const t = await getTranslations("billing");
  const format = await getFormatter();
  return (
    <dl className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {Object.entries(prices).map(([kind, tiers]) => (
        <div key={kind}>
          <dt className="text-sm font-medium text-ink">{t(`kinds.${kind as BilledKind}`)}</dt>
          {tiers.map(({ upTo, cents }, index) => {
            const from = (tiers[index - 1]?.upTo ?? 0) + 1;
            return (
              <dd
                key={from}
                className="flex justify-between gap-4 border-b border-line py-1.5 text-sm text-ink-soft tabular-nums"
              >
                {upTo === null ? t("tierOpen", { from }) : t("tier", { from, upTo })}
                <span className="text-ink">{moneyOf(format, cents)}</span>
              </dd>
            );
          })}
        </div>
      ))}
    </dl>
  );
}
