import { type ReactNode, Suspense } from "react";
import type { Column } from "@/components/data-table/data-table";
import { ExportLink } from "@/components/data-table/export-link";
import { FilterChips } from "@/components/data-table/filter-chips";
import type { ListParameters } from "@/components/data-table/list-address";
import { type ListFilter, ListToolbar } from "@/components/data-table/list-toolbar";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { Member } from "@/lib/access/actor";
import type { preferredLists } from "@/lib/lists/list-preference-schema";
import { type Display, ListDisplay } from "./list-display";
import { SavedViews } from "./saved-views";

type Props<Row, SortName extends string> = {
  actor: Member;
  list: (typeof preferredLists)[number];
  path: string;
  title: string;
  description: string;
  searchLabel: string;
  parameters: ListParameters;
  filters: ListFilter[];
  /** Every column there is, and those that the viewer wants. */
  columns: Column<Row, SortName>[];
  display: Display<Row, SortName>;
  /** Where one adds a record. */
  create?: ReactNode;
  /** The results, which may come later than the page. */
  children: ReactNode;
};

/** A page around a list: its views, search, filters, looks and export. */
export function ListPage<Row, SortName extends string>({
  actor,
  list,
  path,
  title,
  description,
  searchLabel,
  parameters,
  filters,
  columns,
  display,
  create,
  children,
}: Props<Row, SortName>) {
  return (
    <>
      <PageHeader
        title={title}
        description={description}
        actions={
          <>
            <ListDisplay list={list} all={columns} display={display} />
            <ExportLink path={path} parameters={parameters} />
            {create}
          </>
        }
      />
      <SavedViews actor={actor} list={list} path={path} parameters={parameters} />
      <Card isFlush>
        <ListToolbar parameters={parameters} filters={filters} searchLabel={searchLabel} />
        <FilterChips path={path} parameters={parameters} filters={filters} />
        <Suspense key={JSON.stringify(parameters)} fallback={<ListSkeleton />}>
          {children}
        </Suspense>
      </Card>
    </>
  );
}
