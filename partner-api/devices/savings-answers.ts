import { snakeCase } from "change-case";
import { z } from "@/lib/core/validation/problems";
import { type KnownSavings, unknownReasons } from "@/lib/devices/savings/savings-of-span";
import { shownNumber } from "../fields";
import { toHundredths } from "./energy-answers";

/** How savings are computed, and of how many days. */
export const savingsMethodSchema = z
  .object({
    method: z.literal("own_profile_without_optimization"),
    counted_days: z.number().int(),
    left_out_days: z.object({
      unknown: z.number().int(),
      unmeasured: z.number().int(),
      unpriced: z.number().int(),
      unreferenced: z.number().int(),
    }),
  })
  .meta({
    description:
      "What the energy of optimised days would have cost if it had been spread over the day as on the device's own days without optimisation, less what it cost.",
  });

const reasons: string[] = unknownReasons.map((reason) => snakeCase(reason));

/** What was saved in a period. */
export const savingsSchema = z
  .object({
    total: shownNumber,
    percentage: shownNumber,
    standard_error: shownNumber,
    counted_days: z.number().int(),
    reason: z.enum(reasons).nullable().meta({ description: "Why `total` is null." }),
  })
  .meta({ description: "All null when it was not asked for. See `metadata.savings`." });

const notAsked: z.input<typeof savingsSchema> = {
  ...{ total: null, percentage: null, standard_error: null },
  counted_days: 0,
  reason: null,
};

export function toSavings(savings: KnownSavings | undefined): z.input<typeof savingsSchema> {
  if (!savings) return notAsked;
  const { total, percentage, standardError, countedDays, reason } = savings;
  return {
    total: toHundredths(total),
    percentage: toHundredths(percentage),
    standard_error: toHundredths(standardError),
    counted_days: countedDays,
    reason: reason && snakeCase(reason),
  };
}

export function toSavingsMethod(
  savings: readonly KnownSavings[],
): z.input<typeof savingsMethodSchema> {
  const sum = (of: (one: KnownSavings) => number) =>
    savings.reduce((total, one) => total + of(one), 0);
  return {
    method: "own_profile_without_optimization",
    counted_days: sum(({ countedDays }) => countedDays),
    left_out_days: {
      unknown: sum(({ leftOut }) => leftOut.unknown),
      unmeasured: sum(({ leftOut }) => leftOut.unmeasured),
      unpriced: sum(({ leftOut }) => leftOut.unpriced),
      unreferenced: sum(({ leftOut }) => leftOut.unreferenced),
    },
  };
}
