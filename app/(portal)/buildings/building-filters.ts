import { getTranslations } from "next-intl/server";
import type { ListFilter } from "@/components/data-table/list-toolbar";
import { countryFilter } from "../_lists/country-filter";

/** What the list of buildings can be filtered by, in words. */
export async function buildingListFilters(countries: string[]): Promise<ListFilter[]> {
  const t = await getTranslations("buildings");
  const users = await getTranslations("users");
  const presence = (what: "contractFilter" | "deviceFilter" | "photovoltaicFilter") =>
    (["with", "without"] as const).map((value) => ({ value, label: t(`${what}.${value}`) }));
  return [
    { name: "contract", label: t("contracts"), options: presence("contractFilter") },
    { name: "devices", label: t("devices"), options: presence("deviceFilter") },
    {
      name: "photovoltaic",
      label: t("fields.photovoltaic"),
      options: presence("photovoltaicFilter"),
    },
    ...(await countryFilter(t("fields.country"), countries)),
    { name: "postalCode", label: users("postalCodeFilter"), isText: true },
    { name: "createdFrom", label: users("createdFrom") },
    { name: "createdUntil", label: users("createdUntil") },
  ];
}
