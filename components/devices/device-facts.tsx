import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DescriptionList } from "@/components/ui/description-list";
import { Moment } from "@/components/ui/moment";
import { formatMeterPoint } from "@/lib/core/validation/meter-point";
import { type DeviceField, unitOf } from "./device-fields";
import { lossReasonText } from "./loss-reason";
import { formatMeasured } from "./measured-number";

type Value = string | number | boolean | Date | null | undefined;

type Props = {
  fields: readonly DeviceField[];
  values: Record<string, unknown>;
  /** For values that are only the last known ones. */
  isMuted?: boolean;
};

/**
 * A device's fields under human names: numbers with units, moments with their age, terms in words. What is not known is
 * left out; where nothing is known, that is said.
 */
export async function DeviceFacts({ fields, values, isMuted = false }: Props) {
  const t = await getTranslations("deviceFields");
  const devices = await getTranslations("devices");
  const show = await describer();
  const showCoverage = await coverageDescriber();
  const describeField = (field: DeviceField) => {
    const value = show(field, values[field] as Value);
    const note = value === null ? null : showCoverage(field, values);
    return note ? (
      <>
        {value} <span className="block text-[13px] leading-5 text-ink-faint">{note}</span>
      </>
    ) : (
      value
    );
  };
  const known = fields.filter((field) => values[field] !== null && values[field] !== undefined);
  if (known.length === 0)
    return <p className="text-sm text-ink-faint">{devices("nothingKnown")}</p>;
  return (
    <DescriptionList
      isDense
      isMuted={isMuted}
      items={known.map((field) => ({
        label: t(field),
        value: describeField(field),
      }))}
    />
  );
}

/** From this share of a period on its energy needs no note. */
const MIN_COMPLETE_SHARE = 0.9;

/** Says of an energy how much of its period was measured, where that is notably not all of it. */
async function coverageDescriber() {
  const t = await getTranslations("devices.coverage");
  const format = await getFormatter();
  return (field: DeviceField, values: Record<string, unknown>) => {
    const period = /Last(Day|Week|Month)Kwh$/.exec(field)?.[1] as
      | "Day"
      | "Week"
      | "Month"
      | undefined;
    const share = values[field.replace(/Kwh$/, "Coverage")];
    if (!period || typeof share !== "number" || share >= MIN_COMPLETE_SHARE) return null;
    return t(period, { share: format.number(share, { style: "percent" }) });
  };
}

async function describer() {
  const t = await getTranslations("devices");
  const connections = await getTranslations("connections");
  const format = await getFormatter();
  return (field: DeviceField, value: Value): ReactNode => {
    if (value === null || value === undefined) return null;
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    if (value instanceof Date) return <Moment value={value} />;
    if (field === "lifecycleError") return lossReasonText(connections, String(value));
    if (field === "meterId") return formatMeterPoint(String(value));
    if (typeof value === "string") {
      const key = `terms.${value}` as "terms.ok";
      return t.has(key) ? t(key) : value;
    }
    const unit = unitOf(field);
    if (!unit) return format.number(value, { maximumFractionDigits: 1 });
    return <span className="tabular-nums">{`${formatMeasured(format, value, unit)} ${unit}`}</span>;
  };
}
