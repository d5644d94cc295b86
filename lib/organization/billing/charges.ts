import { type BilledKind, type BillingPlan, priceLists } from "./price-list";

/** What one price step of one kind comes to. */
export type Charge = {
  kind: BilledKind;
  /** The step holds the devices from this one … */
  tierFrom: number;
  /** … to this one; null: without end. */
  tierUpTo: number | null;
  /** Days of connected devices that fell into the step: 30 devices for a day are as one for 30. */
  deviceDays: number;
  daysInMonth: number;
  unitCents: number;
  amountCents: number;
};

/**
 * Prices a month. A device that was connected on every day costs the full price, one that was
 * connected on ten days of thirty a third; the steps apply to the average of the month.
 * @param deviceDays for each kind, the sum over the month's days of the devices connected that day
 * @returns a charge for each step that anything fell into, each rounded half up to the cent
 */
export function computeCharges(
  plan: BillingPlan,
  deviceDays: Partial<Record<BilledKind, number>>,
  daysInMonth: number,
): Charge[] {
  return Object.entries(priceLists[plan]).flatMap(([kind, tiers]) => {
    const total = deviceDays[kind as BilledKind] ?? 0;
    let below = 0;
    const charges: Charge[] = [];
    for (const { upTo, cents } of tiers) {
      const from = below * daysInMonth;
      const to = upTo === null ? total : Math.min(total, upTo * daysInMonth);
      if (to > from) {
        charges.push({
          kind: kind as BilledKind,
          tierFrom: below + 1,
          tierUpTo: upTo,
          deviceDays: to - from,
          daysInMonth,
          unitCents: cents,
          amountCents: divideHalfUp(BigInt(to - from) * BigInt(cents), BigInt(daysInMonth)),
        });
      }
      below = upTo ?? below;
    }
    return charges;
  });
}

/** VAT on a net sum, rounded half up to the cent once, on the invoice's total. */
export function vatOn(netCents: number, basisPoints: number): number {
  return divideHalfUp(BigInt(netCents) * BigInt(basisPoints), 10_000n);
}

/** Of whole numbers from 0, exactly: no fraction is ever held in binary. */
function divideHalfUp(dividend: bigint, divisor: bigint): number {
  return Number((dividend * 2n + divisor) / (divisor * 2n));
}

export function sumCents(charges: { amountCents: number }[]): number {
  return charges.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
