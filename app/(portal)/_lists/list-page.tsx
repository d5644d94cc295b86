import { randomUUID } from "node:crypto";
import { type ReactNode, Suspense } from "react";
import { ClientMessages } from "@/app/_server/client-messages";
import type { ListAddress } from "@/app/_server/parse-list-address";
import { withErrorPages } from "@/app/_server/with-error-pages";
import type { Column } from "@/components/data-table/data-table";
import { ExportLink } from "@/components/data-table/export-link";
import { FilterChips } from "@/components/data-table/filter-chips";
import { ListResults, type ListResultsProps } from "@/components/data-table/list-results";
import { type ListFilter, ListToolbar } from "@/components/data-table/list-toolbar";
import { LateTotal } from "@/components/data-table/pager";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { Member } from "@/lib/core/access/actor";
import type { BoundedCount } from "@/lib/core/lists/keyset";
import type { preferredLists } from "@/lib/core/lists/list-preference-schema";
import type { ListOrder, ListRules } from "@/lib/core/lists/list-schema";
import { type BulkActsOfList, BulkBar } from "./bulk-bar";
import { bulkForm } from "./bulk-form";
import { type Display, ListDisplay, readDisplay } from "./list-display";
import { listPaths } from "./list-paths";
import { SavedViews } from "./saved-views";

type Row = { id: string };

type ReadPage<Found extends Row, SortName extends string, Input extends { size: number }> = {
  actor: Member;
  list: (typeof preferredLists)[number];
  title: string;
  schema: Pick<ListRules<SortName, Input>, "defaultSortDirection">;
  address: ListAddress<Input>;
  /** The page's own query, and the one that counts where the number takes its time. */
  read: (
    actor: Member,
    input: Input,
  ) => Promise<ListResultsProps<Found, SortName>["page"] & { order: ListOrder<SortName> }>;
  count: (actor: Member, input: Input) => Promise<BoundedCount>;
  whenEmpty: ListResultsProps<Found, SortName>["whenEmpty"];
  /** What can be done to chosen rows, or to all that match; nothing unless given. */
  bulk?: BulkActsOfList | undefined;
};

type Props<Found extends Row, SortName extends string, Input extends { size: number }> = ReadPage<
  Found,
  SortName,
  Input
> & {
  description: string;
  searchLabel: string;
  filters: ListFilter[];
  /** Every column there is; the viewer chooses among them. */
  columns: Column<Found, SortName>[];
  /** Where one adds a record. */
  create?: ReactNode;
};

/** A list with its views, search, filters, looks and export. The results may come later than the page. */
export async function ListPage<
  Found extends Row,
  SortName extends string,
  Input extends { size: number },
>({ description, searchLabel, filters, columns, create, ...page }: Props<Found, SortName, Input>) {
  const { actor, list, title } = page;
  const { parameters } = page.address;
  const path = listPaths[list];
  const display = await withErrorPages(() => readDisplay(actor, list, columns));
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
          <Results {...page} display={display} />
        </Suspense>
      </Card>
    </>
  );
}

async function Results<Found extends Row, SortName extends string, Input extends { size: number }>({
  actor,
  list,
  title,
  schema,
  address: { parameters, input },
  read,
  count,
  whenEmpty,
  bulk,
  display,
}: ReadPage<Found, SortName, Input> & { display: Display<Found, SortName> }) {
  const path = listPaths[list];
  const page = await withErrorPages(() => read(actor, input));
  const { sort, direction, offered } = page.order;
  return (
    <>
      <ListResults
        selectionForm={bulk && bulkForm}
        caption={title}
        path={path}
        parameters={parameters}
        page={page}
        columns={display.columns}
        density={display.density}
        sort={sort === "match" ? undefined : sort}
        direction={direction}
        defaultSortDirection={schema.defaultSortDirection}
        offeredSorts={offered}
        size={input.size}
        lateTotal={<LateTotal count={() => count(actor, input)} />}
        whenEmpty={whenEmpty}
      />
      {bulk && page.rows.length > 0 && (
        <ClientMessages namespaces={["bulk"]}>
          <BulkBar
            {...bulk}
            parameters={parameters}
            total={page.total && !page.total.isMore ? page.total.count : undefined}
            requestKey={randomUUID()}
            exportPath={`${path}/export`}
          />
        </ClientMessages>
      )}
    </>
  );
}
