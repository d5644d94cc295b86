import { SlidersHorizontal } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import type { Column } from "@/components/data-table/data-table";
import { PopoverPanel } from "@/components/ui/popover-panel";
import type { Member } from "@/lib/core/access/actor";
import { densities, type preferredLists } from "@/lib/core/lists/list-preference-schema";
import { getListPreference } from "@/lib/support/list-views/list-preference";
import { DisplayForm } from "./display-form";

type List = (typeof preferredLists)[number];

export type Display<Row, SortName extends string> = {
  columns: Column<Row, SortName>[];
  density: (typeof densities)[number];
};

/** The columns that a person wants to see of those there are, and how dense. The first is always there. */
export async function readDisplay<Row, SortName extends string>(
  actor: Member,
  list: List,
  all: Column<Row, SortName>[],
): Promise<Display<Row, SortName>> {
  const preference = await getListPreference(actor, { list });
  const columns = all.filter(
    ({ key, isExtra }, index) =>
      index === 0 || (preference ? preference.columns.includes(key) : !isExtra),
  );
  return { columns, density: preference?.density ?? "normal" };
}

/** Where a person chooses the columns and the density of a list. */
export async function ListDisplay<Row, SortName extends string>({
  list,
  all,
  display,
}: {
  list: List;
  all: Column<Row, SortName>[];
  display: Display<Row, SortName>;
}) {
  const t = await getTranslations("lists");
  const shown = new Set(display.columns.map(({ key }) => key));
  return (
    <PopoverPanel
      className="w-64"
      label={
        <>
          <SlidersHorizontal aria-hidden className="size-4" />
          {t("display")}
        </>
      }
    >
      <ClientMessages namespaces={[]}>
        <DisplayForm
          list={list}
          density={display.density}
          densities={densities}
          columns={all
            .slice(1)
            .map(({ key, header }) => ({ key, header, isShown: shown.has(key) }))}
        />
      </ClientMessages>
    </PopoverPanel>
  );
}
