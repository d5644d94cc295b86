import "server-only";
import type { AnyColumn, SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import type { AccessScope } from "../access/matrix";
import type { CountedList, FacetCount, ListFacets } from "./facets";
import type { ListSearch } from "./found-by-search";
import type { ListRequest, ListRules, ListSchema } from "./list-schema";
import type { ListSort } from "./page-of-ids";
import type { SearchFilters } from "./range-filters";
import type { SearchWords } from "./search-words";

/** A table with the records of a list, in indexes by facet and sort. */
export type ListSource<Sort extends string> = {
  table: PgTable & { facet: AnyColumn };
  id: AnyColumn;
  /** What is listed where no facets are asked for; the indexes of the sorts are limited to it. */
  listed: SQL;
  sorts: { readonly [Name in Sort]?: ListSort };
};

/** How a list finds its records. */
export type FindableList<
  Sort extends string,
  Input extends ListRequest<Sort>,
  Facet extends FacetCount,
> = ListSource<Sort> & {
  schema: ListRules<Sort, Input>;
  facets: ListFacets<Facet, Partial<Input>>;
  sorts: Record<Sort, ListSort>;
  search: ListSearch;
  /** Takes the words of a search that are a filter, and leaves those to search for. */
  takeWords?: (facets: Facet[], words: SearchWords) => { facets: Facet[]; words: SearchWords };
  /** A filter whose records a separate table repeats, with their facets and some of the sorts. */
  part?: {
    /** The filter's value, where the list is asked for a part. */
    nameOf(input: Input): string | undefined;
    /** @returns undefined where the part is empty */
    find(
      transaction: Transaction,
      name: string,
    ): Promise<{ source: ListSource<Sort>; searchFilters: SearchFilters } | undefined>;
  };
};

/** A `select` that can still be limited to some rows. */
export interface RowQuery<Row> extends PromiseLike<Row[]> {
  where(condition: SQL | undefined): RowQuery<Row>;
  orderBy(...expressions: SQL[]): RowQuery<Row>;
  limit(max: number): RowQuery<Row>;
}

export type ListDeclaration<
  Sort extends string,
  Input extends ListRequest<Sort>,
  Sent,
  Facet extends FacetCount,
  Selected extends { id: string },
  Row extends { id: string },
> = Omit<FindableList<Sort, Input, Facet>, "id" | "table"> & {
  /** The list's name in the counts of facets, and the resource that reading it needs. */
  name: CountedList;
  schema: ListSchema<Sort, Input, Sent>;
  table: PgTable & { id: AnyColumn; facet: AnyColumn; createdAt: AnyColumn };
  /** The records that exist, listed or not. */
  living: SQL;
  /** The column of the end-user whose own record it is. */
  ownerId: AnyColumn;
  select(transaction: Transaction): RowQuery<Selected>;
  /** What the list shows of the selected rows. */
  toRows(
    transaction: Transaction,
    selected: Selected[],
    scope: AccessScope,
  ): Row[] | Promise<Row[]>;
};
