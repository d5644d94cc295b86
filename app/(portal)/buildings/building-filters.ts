import { getTranslations } from "next-intl/server";
import type { ListFilter } from "@/components/data-table/list-toolbar";

/** What the list of buildings can be filtered by, in words. */
export async function buildingListFilters(): Promise<ListFilter[]> {
  const t = await getTranslations("buildings");
  const users = await getTranslations("users");
  const presence = (what: "contractFilter" | "deviceFilter" | "photovoltaicFilter") =>
    (["with", "without"] as const).map((value) => ({ value, label: t(`${what}.${value}`) }));
  return [
    { name: "contract", label: t("contracts"), options: presence("contractFilter") },
    { name: "devices", label: t("devices"), options: presence("deviceFilter") },
    { name: "photovoltaic", label: t("photovoltaic"), options: presence("photovoltaicFilter") },
    {
      name: "country",
      label: t("country"),
      options: ["AT", "DE"].map((code) => ({
        value: code,
        label: users(`countries.${code as "AT"}`),
      })),
    },
    { name: "postalCode", label: users("postalCodeFilter"), isText: true },
    { name: "createdFrom", label: users("createdFrom") },
    { name: "createdUntil", label: users("createdUntil") },
  ];
}
