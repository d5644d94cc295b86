import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { leftOutReasons } from "@/lib/devices/savings/compute-savings";
import type { RecentSavings } from "@/lib/devices/savings/recent-savings";

type Props = { savings: RecentSavings };

/** What was saved by taking energy at other times: never without its method, its days and its error. */
export async function SavingsCard({ savings }: Props) {
  const t = await getTranslations("savings");
  const format = await getFormatter();
  const { days, currency, sum, lookedAt, devices } = savings;
  const money = (amount: number) => format.number(amount, { style: "currency", currency });
  return (
    <Card title={t("title")} description={t("description", { days })} isFlush>
      <div className="flex flex-col gap-1 px-5 pb-4 text-sm text-ink">
        {sum.total === null ? (
          <>
            <p className="text-lg font-semibold">{t("unknownTitle")}</p>
            <p>{sum.reason && t(`unknown.${sum.reason}`)}</p>
          </>
        ) : (
          <>
            <p className="text-lg font-semibold tabular-nums">
              {amountText(t, sum.total, sum.percentage, {
                money,
                share: (share) =>
                  format.number(share, { style: "percent", maximumFractionDigits: 1 }),
              })}
            </p>
            <p>{t("uncertainty", { error: `± ${money(sum.standardError ?? 0)}` })}</p>
            <p>{t("counted", { days: sum.countedDays })}</p>
          </>
        )}
        {lookedAt < devices && <p>{t("ofDevices", { looked: lookedAt, all: devices })}</p>}
        <LeftOut sum={sum} />
      </div>
      <Disclosure title={t("method")}>
        <div className="flex flex-col gap-2 text-sm text-ink">
          <p>{t("methodText")}</p>
          <p>{t("methodError")}</p>
        </div>
      </Disclosure>
    </Card>
  );
}

type Translator = Awaited<ReturnType<typeof getTranslations<"savings">>>;

function amountText(
  t: Translator,
  total: number,
  percentage: number | null,
  format: { money: (amount: number) => string; share: (share: number) => string },
): string {
  const amount = format.money(Math.abs(total));
  const isLoss = total < 0;
  if (percentage === null) return t(isLoss ? "lostWithoutShare" : "savedWithoutShare", { amount });
  const share = format.share(Math.abs(percentage) / 100);
  return t(isLoss ? "lost" : "saved", { amount, share });
}

async function LeftOut({ sum: { leftOut } }: { sum: RecentSavings["sum"] }) {
  const t = await getTranslations("savings");
  const format = await getFormatter();
  const reasons = leftOutReasons.flatMap((reason) =>
    leftOut[reason] > 0 ? [t(`leftOutReasons.${reason}`, { days: leftOut[reason] })] : [],
  );
  if (reasons.length === 0) return null;
  return (
    <p className="text-[13px] leading-5 text-ink-faint">
      {t("leftOut", { reasons: format.list(reasons) })}
    </p>
  );
}
