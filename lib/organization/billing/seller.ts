import "server-only";
import type { InvoiceParty } from "@/db/schema";
import { environment } from "@/lib/core/env";

export type Seller = InvoiceParty & { iban: string; vatBasisPoints: number };

/** Who runs this Wattdesk and bills for it; undefined where nobody does. */
export function findSeller(): Seller | undefined {
  const {
    SELLER_NAME,
    SELLER_ADDRESS,
    SELLER_COUNTRY,
    SELLER_VAT_ID,
    SELLER_VAT_RATE,
    SELLER_IBAN,
  } = environment();
  if (!SELLER_NAME || !SELLER_ADDRESS || !SELLER_COUNTRY || !SELLER_IBAN) return undefined;
  return {
    name: SELLER_NAME,
    addressLines: SELLER_ADDRESS.split(/\s*[;\n]\s*/),
    country: SELLER_COUNTRY,
    vatId: SELLER_VAT_ID ?? null,
    iban: SELLER_IBAN,
    vatBasisPoints: Math.round(SELLER_VAT_RATE * 100),
  };
}
