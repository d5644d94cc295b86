import { getFormatter, getTranslations } from "next-intl/server";
import { lossReasonText } from "@/components/devices/loss-reason";

type Finding = { check: string; evidence: Record<string, string | number> };

const moment = /^\d{4}-\d\d-\d\dT/;
const day = /^\d{4}-\d\d-\d\d$/;

/** What messages know evidence by that a diagnosis has no value of: they leave that part of the sentence out. */
const missing = "none";

/** How findings are said in the reader's language: the check's name, and its sentence with the evidence in it. */
export async function diagnosisWords() {
  const t = await getTranslations("diagnosis.checks");
  const words = await getTranslations("diagnosis");
  const fields = await getTranslations("deviceFields");
  const connections = await getTranslations("connections");
  const format = await getFormatter();
  function shown(name: string, value: string | number): string | number {
    if (typeof value === "number") return value;
    if (value === "" || value === "–") return missing;
    const cause = `causes.${value}` as "causes.throttled";
    if (name === "problem") return words.has(cause) ? words(cause) : value;
    if (name === "reason") return lossReasonText(connections, value);
    if (moment.test(value)) return format.dateTime(new Date(value), "moment");
    if (day.test(value)) return format.dateTime(new Date(`${value}T12:00:00Z`), "day");
    const field = value as "batteryLevel";
    return name === "field" && fields.has(field) ? fields(field) : value;
  }
  return ({ check, evidence }: Finding) => {
    const [key = ""] = check.split(".");
    const values = Object.fromEntries(
      Object.entries(evidence).map(([name, value]) => [name, shown(name, value)]),
    );
    return {
      name: t(`${key}.name` as "accountIsActive.name"),
      sentence: t.has(check as "accountIsActive.good")
        ? t(check as "accountIsActive.archived", values as { since: string })
        : "–",
    };
  };
}
