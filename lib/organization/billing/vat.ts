/** Member states of the European Union, as ISO 3166 alpha-2. */
const euCountries = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);

export type VatTreatment = "domestic" | "reverse-charge" | "outside-scope";

export const isInEu = (country: string) => euCountries.has(country);

/**
 * How an invoice between businesses is taxed (Directive 2006/112/EC, articles 44 and 196): at home with
 * the seller's rate; elsewhere in the EU a customer with a VAT id pays the tax (reverse charge); outside the EU none.
 */
export function vatTreatmentOf(
  seller: { country: string },
  customer: { country: string; vatId: string | null },
): VatTreatment {
  if (customer.country === seller.country) return "domestic";
  if (!isInEu(customer.country)) return "outside-scope";
  return customer.vatId ? "reverse-charge" : "domestic";
}
