import { getFormatter, getTranslations } from "next-intl/server";
import type { Charge } from "@/lib/organization/billing/charges";
import { moneyOf } from "./wording";

type ChargesTableProps = {
  charges: Charge[];
  /** Further lines below the charges: net, tax, total. */
  sums: { label: string; cents: number; isStrong?: boolean }[];
};

const cell = "py-2 pr-4 last:pr-0";
const number = `${cell} text-right tabular-nums`;
/** On a narrow screen the amount alone stays; what it is made of moves below the kind. */
const roomy = `${number} max-sm:hidden`;

/** What each price step of each kind comes to, and the sums below. */
export async function ChargesTable({ charges, sums }: ChargesTableProps) {
  const t = await getTranslations("billing");
  const format = await getFormatter();
  const averageOf = ({ deviceDays, daysInMonth }: Charge) =>
    format.number(deviceDays / daysInMonth, { maximumFractionDigits: 2 });
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm text-ink-soft">
        <thead>
          <tr className="border-b border-line text-[13px] text-ink-faint">
            <th scope="col" className={`${cell} text-left font-medium`}>
              {t("kind")}
            </th>
            <th scope="col" className={`${roomy} font-medium`}>
              {t("average")}
            </th>
            <th scope="col" className={`${roomy} font-medium`}>
              {t("unitPrice")}
            </th>
            <th scope="col" className={`${number} font-medium`}>
              {t("amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {charges.map((charge) => (
            <tr key={`${charge.kind}-${charge.tierFrom}`} className="border-b border-line">
              <th scope="row" className={`${cell} text-left font-normal`}>
                <span className="block text-ink">{t(`kinds.${charge.kind}`)}</span>
                <span className="block text-[13px] leading-5 text-ink-faint">
                  {charge.tierUpTo === null
                    ? t("tierOpen", { from: charge.tierFrom })
                    : t("tier", { from: charge.tierFrom, upTo: charge.tierUpTo })}
                </span>
                <span className="block text-[13px] leading-5 text-ink-faint sm:hidden">
                  {averageOf(charge)} × {moneyOf(format, charge.unitCents)}
                </span>
              </th>
              <td className={roomy}>{averageOf(charge)}</td>
              <td className={roomy}>{moneyOf(format, charge.unitCents)}</td>
              <td className={number}>{moneyOf(format, charge.amountCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sums.map((sum) => (
            <tr key={sum.label} className={sum.isStrong ? "font-semibold text-ink" : ""}>
              <th scope="row" className={`${cell} text-left font-[inherit]`}>
                {sum.label}
              </th>
              <td className={roomy} />
              <td className={roomy} />
              <td className={number}>{moneyOf(format, sum.cents)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}
