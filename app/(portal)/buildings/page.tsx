import { House } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type ListPageProps, parseListAddress } from "@/app/_server/parse-list-address";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { buildingListSchema } from "@/lib/customers/buildings/building-list-schema";
import { countBuildings, listBuildings } from "@/lib/customers/buildings/list-buildings";
import { listCountries } from "@/lib/support/list-views/list-countries";
import { jumpToRecord } from "../_lists/jump-to-record";
import { ListPage } from "../_lists/list-page";
import { buildingColumns } from "./building-columns";
import { buildingListFilters } from "./building-filters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buildings"))("title") };
}

export default async function BuildingsPage(props: ListPageProps) {
  const { actor } = await requireMember();
  const t = await getTranslations("buildings");
  const address = await parseListAddress(buildingListSchema.input, props);
  await jumpToRecord(actor, address.input.search);
  const countries = await withErrorPages(() => listCountries(actor, { list: "building" }));
  const filters = await buildingListFilters(countries);
  return (
    <ListPage
      actor={actor}
      list="building"
      title={t("title")}
      description={t("description")}
      searchLabel={t("search")}
      schema={buildingListSchema}
      address={address}
      filters={filters}
      columns={await buildingColumns()}
      read={listBuildings}
      count={countBuildings}
      bulk={{ list: "building", acts: [], tags: [] }}
      whenEmpty={{ icon: House, title: t("none"), hint: t("noneHint") }}
    />
  );
}
