import { type LucideIcon, SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, DataTable } from "./data-table";
import type { ListParameters } from "./list-address";
import { Pager } from "./pager";

type ListResultsProps<Row, SortName extends string> = {
  caption: string;
  path: string;
  parameters: ListParameters;
  page: {
    rows: Row[];
    next?: string | undefined;
    previous?: string | undefined;
    total: { count: number; isMore: boolean };
  };
  columns: Column<Row, SortName>[];
  sort: SortName;
  direction: "asc" | "desc" | undefined;
  usualDirection: (sort: SortName) => "asc" | "desc";
  /** What the list says before there is anything in it. */
  whenEmpty: { icon: LucideIcon; title: string; hint?: string; action?: ReactNode };
};

/** A page of a list with its pager; or that nothing matches; or that there is nothing yet. */
export async function ListResults<Row extends { id: string }, SortName extends string>({
  page,
  direction,
  whenEmpty,
  ...table
}: ListResultsProps<Row, SortName>) {
  const t = await getTranslations("lists");
  const { path, parameters, sort, usualDirection } = table;
  if (page.rows.length === 0 && Object.keys(parameters).length > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title={t("nothingFound")}
        action={<LinkButton href={path}>{t("clearAll")}</LinkButton>}
      >
        {t("nothingFoundHint")}
      </EmptyState>
    );
  }
  if (page.rows.length === 0) {
    const { icon, title, hint, action } = whenEmpty;
    return (
      <EmptyState icon={icon} title={title} action={action}>
        {hint}
      </EmptyState>
    );
  }
  return (
    <>
      <DataTable {...table} rows={page.rows} direction={direction ?? usualDirection(sort)} />
      <Pager
        path={path}
        parameters={parameters}
        next={page.next}
        previous={page.previous}
        total={page.total}
      />
    </>
  );
}
