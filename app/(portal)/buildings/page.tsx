import { House } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { jumpToRecord } from "@/app/_request/jump-to-record";
import { requireMember } from "@/app/_request/viewer";
import { type ListParameters, readParameters } from "@/components/data-table/list-address";
import { ListResults } from "@/components/data-table/list-results";
import { LateTotal } from "@/components/data-table/pager";
import type { Member } from "@/lib/access/actor";
import { listBuildingsInput, usualBuildingDirection } from "@/lib/buildings/building-list-schema";
import { countBuildings, listBuildings } from "@/lib/buildings/list-buildings";
import { parseInput } from "@/lib/validation/parse-input";
import { readDisplay } from "../_lists/list-display";
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
  await answeringRefusals(async () => parseInput(listBuildingsInput, parameters));
  await jumpToRecord(actor, parameters);
  const filters = await buildingListFilters();
  const columns = await buildingColumns();
  const display = await answeringRefusals(() => readDisplay(actor, "building", columns));
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
      columns={columns}
      display={display}
    >
      <BuildingList actor={actor} parameters={parameters} display={display} />
    </ListPage>
  );
}

type Columns = Awaited<ReturnType<typeof buildingColumns>>;
type BuildingListProps = {
  actor: Member;
  parameters: ListParameters;
  display: { columns: Columns; density: "normal" | "compact" | "roomy" };
};

async function BuildingList({ actor, parameters, display }: BuildingListProps) {
  const t = await getTranslations("buildings");
  const page = await answeringRefusals(() => listBuildings(actor, parameters));
  const { sort, direction, offered } = page.order;
  return (
    <ListResults
      caption={t("title")}
      path="/buildings"
      parameters={parameters}
      page={page}
      columns={display.columns}
      density={display.density}
      sort={sort === "match" ? undefined : sort}
      direction={direction}
      usualDirection={usualBuildingDirection}
      offeredSorts={offered}
      lateTotal={<LateTotal count={() => countBuildings(actor, parameters)} />}
      whenEmpty={{ icon: House, title: t("none"), hint: t("noneHint") }}
    />
  );
}
