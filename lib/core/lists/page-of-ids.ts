import "server-only";
import { type AnyColumn, and, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { type Direction, keyset, type Page } from "./keyset";

/** Beyond this many facets, walking the sort's own index costs less than looking into all of their runs. */
const maxMerged = 400;

/** No sort is of more rows than these. */
const maxSorted = 1000;

export type ListSort = {
  expression: AnyColumn | SQL;
  type: "text" | "timestamptz";
  /** What the index of this sort alone is limited to. */
  where?: SQL;
};

export type PageRequest = {
  table: PgTable & { facet: AnyColumn };
  /** The ids of the list's records. */
  id: AnyColumn;
  /** What the indexes of the table's sorts are limited to. */
  listed: SQL;
  /** The facets that are asked for; undefined asks for all that are listed. */
  facets: number[] | undefined;
  /** Ranges within the sort, which an index can begin and end at. */
  where: SQL | undefined;
  sort: ListSort;
  direction: Direction;
  cursor: string | undefined;
  size: number;
};

/** Ids of one page in their order. */
export type PageOfIds = Page<{ id: string; sortValue: string }>;

/**
 * One page of a list. Every facet has its records in each order in an index, so a filtered page is the
 * merge of the beginnings of such runs: as quick for what is rare, or stands far back, as for the whole
 * list. The merge goes in two steps where there are many, so that neither sorts much.
 */
export async function readPageOfIds(
  transaction: Transaction,
  request: PageRequest,
): Promise<PageOfIds> {
  const { statement, toPage } = pageOfIds(request);
  const rows = await queryRows<{ id: string; sortValue: string }>(transaction, statement);
  return toPage([...rows], request.size, (row) => row);
}

/** The statement behind a page, which tests explain. */
export function pageOfIds(request: PageRequest) {
  const { table, id, facets, sort, direction, cursor, size } = request;
  const { where, order, toPage } = keyset({ ...sort, direction }, id, cursor);
  const ordered = sql`order by sort_value ${order}, id ${order} limit ${size + 1}`;
  const run = (condition: SQL | undefined) =>
    sql`select ${id} as id, ${sort.expression} as sort_value from ${table} where ${and(condition, request.where, where)} ${ordered}`;
  const atOnce = Math.max(1, Math.floor(maxSorted / (size + 1)));
  const isMerged = facets !== undefined && facets.length <= Math.min(maxMerged, atOnce ** 2);
  const rows = isMerged
    ? sql`select run.* from jsonb_array_elements(${JSON.stringify(groupsOf(facets, atOnce))}::jsonb) facets
        cross join lateral (
          select run.* from jsonb_array_elements_text(facets.value) facet
          cross join lateral (${run(sql`${table.facet} = facet.value::bigint`)}) run ${ordered}) run ${ordered}`
    : run(and(request.listed, facets && isOneOf(table.facet, facets)));
  return { statement: sql`select id, sort_value::text as "sortValue" from (${rows}) page`, toPage };
}

function groupsOf<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, group) =>
    items.slice(group * size, (group + 1) * size),
  );
}

/** A condition that one parameter carries, however many facets there are. */
export function isOneOf(column: AnyColumn, facets: number[]): SQL {
  return sql`${column} = any (${`{${facets.join(",")}}`}::bigint[])`;
}
