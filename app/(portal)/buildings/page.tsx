import { House } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { jumpToRecord } from "@/app/_server/jump-to-record";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { readParameters } from "@/components/data-table/list-address";
import { parseInput } from "@/lib/core/validation/parse-input";
import {
  defaultBuildingSortDirection,
  listBuildingsInput,
} from "@/lib/customers/buildings/building-list-schema";
import { countBuildings, listBuildings } from "@/lib/customers/buildings/list-buildings";
import { listCountries } from "@/lib/support/list-views/list-countries";
import { ListPage } from "../_lists/list-page";
import { buildingColumns } from "./building-columns";
import { buildingListFilters } from "./building-filters";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buildings"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BuildingsPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("buildings");
  const parameters = readParameters(await searchParams);
  await withErrorPages(async () => parseInput(listBuildingsInput, parameters));
  await jumpToRecord(actor, parameters);
  const countries = await withErrorPages(() => listCountries(actor, { list: "building" }));
  const filters = await buildingListFilters(countries);
  return (
    <ListPage
      actor={actor}
      list="building"
      path="/buildings"
      title={t("title")}
      description={t("description")}
      searchLabel={t("search")}
      parameters={parameters}
      filters={filters}
      columns={await buildingColumns()}
      read={listBuildings}
      count={countBuildings}
      bulk={{ list: "building", acts: [], tags: [] }}
      defaultSortDirection={defaultBuildingSortDirection}
      whenEmpty={{ icon: House, title: t("none"), hint: t("noneHint") }}
    />
  );
}
