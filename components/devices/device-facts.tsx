import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DescriptionList } from "@/components/ui/description-list";
import { Moment } from "@/components/ui/moment";
import { type DeviceField, unitOf } from "./device-fields";

type Value = string | number | boolean | Date | null | undefined;

type Props = { fields: readonly DeviceField[]; values: Record<string, unknown> };

/** A device's fields under human names: numbers with units, moments with their age, terms in words. */
export async function DeviceFacts({ fields, values }: Props) {
  const t = await getTranslations("deviceFields");
  const show = await describer();
  return (
    <DescriptionList
      isDense
      items={fields.map((field) => ({
        label: t(field),
        value: show(field, values[field] as Value),
      }))}
    />
  );
}

async function describer() {
  const t = await getTranslations("devices");
  const format = await getFormatter();
  return (field: DeviceField, value: Value): ReactNode => {
    if (value === null || value === undefined) return null;
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    if (value instanceof Date) return <Moment value={value} />;
    if (typeof value === "string") {
      const key = `terms.${value}` as "terms.ok";
      return t.has(key) ? t(key) : value;
    }
    const unit = unitOf(field);
    const number = format.number(value, { maximumFractionDigits: 1 });
    return unit ? `${number} ${unit}` : number;
  };
}
