import { getTranslations } from "next-intl/server";
import type { ListFilter } from "@/components/data-table/list-toolbar";
import { endUserStates } from "@/lib/customers/end-users/end-user-facet";
import { countryFilter } from "../_lists/country-filter";

/** What the list of end-users can be filtered by, in words. */
export async function endUserListFilters(
  tags: string[],
  countries: string[],
): Promise<ListFilter[]> {
  const t = await getTranslations("users");
  const presence = (what: "buildingFilter" | "contractFilter") =>
    (["with", "without"] as const).map((value) => ({ value, label: t(`${what}.${value}`) }));
  return [
    {
      name: "state",
      label: t("state"),
      options: endUserStates.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    {
      name: "devices",
      label: t("devices"),
      options: (["any", "none", "disconnected"] as const).map((value) => ({
        value,
        label: t(`deviceFilter.${value}`),
      })),
    },
    { name: "building", label: t("buildings"), options: presence("buildingFilter") },
    { name: "contract", label: t("contracts"), options: presence("contractFilter") },
    ...(await countryFilter(t("fields.country"), countries)),
    ...(tags.length > 0
      ? [{ name: "tag", label: t("tag"), options: tags.map((tag) => ({ value: tag, label: tag })) }]
      : []),
    { name: "postalCode", label: t("postalCodeFilter"), isText: true },
    { name: "createdFrom", label: t("createdFrom") },
    { name: "createdUntil", label: t("createdUntil") },
    { name: "seenFrom", label: t("seenFrom") },
    { name: "seenUntil", label: t("seenUntil") },
  ];
}
