import type { getFormatter, getTranslations } from "next-intl/server";

type Format = Awaited<ReturnType<typeof getFormatter>>;
type Words = Awaited<ReturnType<typeof getTranslations<"billing">>>;

export function moneyOf(format: Format, cents: number, currency = "EUR"): string {
  return format.number(cents / 100, { style: "currency", currency });
}

/** What an invoice calls its tax, and the sentence that goes with a tax of none. */
export function describeVat(
  t: Words,
  format: Format,
  invoice: {
    vatTreatment: "domestic" | "reverse-charge" | "outside-scope";
    vatBasisPoints: number;
  },
): { vatLabel: string; vatNote: string } {
  const rate = format.number(invoice.vatBasisPoints / 10_000, {
    style: "percent",
    maximumFractionDigits: 2,
  });
  return {
    vatLabel: t("vatLabel", { rate }),
    vatNote: invoice.vatTreatment === "domestic" ? "" : t(`vatNotes.${invoice.vatTreatment}`),
  };
}

/** A month by its first day, as `November 2026`. */
export function monthOf(format: Format, firstDay: string): string {
  const noon = new Date(`${firstDay}T12:00:00Z`);
  return format.dateTime(noon, { year: "numeric", month: "long", timeZone: "UTC" });
}
