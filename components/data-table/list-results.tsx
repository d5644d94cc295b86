import { type LucideIcon, SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListParameters } from "@/lib/core/lists/list-address";
import { type Column, DataTable } from "./data-table";
import { ListKeys } from "./list-keys";
import { Pager, Total } from "./pager";

export type ListResultsProps<Row, SortName extends string> = {
  caption: string;
  path: string;
  parameters: ListParameters;
  page: {
    rows: Row[];
    next?: string | undefined;
    previous?: string | undefined;
    total?: { count: number; isMore: boolean } | undefined;
    /** Whether what was found is what the searched words likely meant, not what they say. */
    isLikely?: boolean | undefined;
  };
  /** The number of rows of a page, where it can be chosen. */
  size?: number | undefined;
  /** Counts the list after the page is there, where counting takes its time. */
  lateTotal?: ReactNode;
  columns: Column<Row, SortName>[];
  sort: SortName | undefined;
  direction: "asc" | "desc" | undefined;
  defaultSortDirection: (sort: SortName) => "asc" | "desc";
  offeredSorts?: readonly SortName[] | undefined;
  density?: "normal" | "compact" | "roomy";
  selectionForm?: string | undefined;
  /** What the list says before there is anything in it. */
  whenEmpty: { icon: LucideIcon; title: string; hint?: string; action?: ReactNode };
};

/** A page of a list with its pager; or that nothing matches; or that there is nothing yet. */
export async function ListResults<Row extends { id: string }, SortName extends string>({
  page,
  direction,
  whenEmpty,
  lateTotal,
  size,
  ...table
}: ListResultsProps<Row, SortName>) {
  const t = await getTranslations("lists");
  const { path, parameters, sort, defaultSortDirection } = table;
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
      {page.isLikely && (
        <p role="status" className="px-5 pb-3 text-[13px] text-ink-faint">
          {t("likely")}
        </p>
      )}
      <ListKeys />
      <DataTable
        {...table}
        rows={page.rows}
        direction={direction ?? (sort === undefined ? "asc" : defaultSortDirection(sort))}
      />
      <Pager
        path={path}
        parameters={parameters}
        next={page.next}
        previous={page.previous}
        size={size}
        total={page.total ? <Total total={page.total} /> : lateTotal}
      />
    </>
  );
}
