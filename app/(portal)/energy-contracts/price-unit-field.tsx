"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { formatEnergyPrice } from "@/components/end-users/energy-price-text";
import { SelectField } from "@/components/form/fields";
import { optionalNumber } from "@/lib/core/validation/numbers";
import { centsToWhole, isPlausiblePrice } from "@/lib/customers/energy-contracts/price-unit";

const typedPrice = optionalNumber(-100, 100);

/** Asks whether an unusually high price is meant in hundredths of the currency. */
export function PriceUnitField() {
  const t = useTranslations("contracts");
  const format = useFormatter();
  const { watch } = useFormContext();
  const price = typedPrice.safeParse(watch("price") ?? "").data;
  const currency = String(watch("currencyEnergyPrice") ?? "").toUpperCase();
  if (typeof price !== "number" || isPlausiblePrice(price, currency)) return null;
  const inCents = formatEnergyPrice(format, centsToWhole(price), currency);
  const cents = format.number(price, { maximumFractionDigits: 6 });
  return (
    <SelectField
      name="priceUnit"
      label={t("priceUnit")}
      options={[
        { value: "", label: "–" },
        { value: "cents", label: t("inCents", { cents, amount: inCents }) },
        {
          value: "whole",
          label: t("inWhole", { amount: formatEnergyPrice(format, price, currency) }),
        },
      ]}
    />
  );
}
