import { checkVAT, countries } from "jsvat";

/** The states whose VAT ids begin with something else than their code. */
const vatPrefix: Record<string, string> = { GR: "EL" };

/** A VAT id as it is stored: capitals without spaces, dots and hyphens. */
export const compactVatId = (text: string) => text.toUpperCase().replaceAll(/[\s.-]/g, "");

/**
 * Whether a VAT id is well formed for a country: prefix, length and check digits by the rules each
 * member state publishes. That it is registered only the state itself can say.
 */
export function isVatIdOf(country: string, vatId: string): boolean {
  if (!vatId.startsWith(vatPrefix[country] ?? country)) return false;
  return isWellFormedVatId(vatId);
}

/** As `isVatIdOf`, for the country that the VAT id itself names. */
export const isWellFormedVatId = (vatId: string) => checkVAT(vatId, countries).isValid;
