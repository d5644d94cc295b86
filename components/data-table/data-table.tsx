import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { type ListParameters, listAddress } from "@/lib/core/lists/list-address";
import { rowNameId } from "./row-name";
import { SelectPage } from "./row-selection";
import { SelectRow } from "./select-row";
import { TableLinks } from "./table-links";

export type Column<Row, SortName extends string> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The sort that this column's heading switches. */
  sort?: SortName;
  isNumeric?: boolean;
  /** Shown only to those who ask for it. */
  isExtra?: boolean;
};

type DataTableProps<Row, SortName extends string> = {
  caption: string;
  path: string;
  parameters: ListParameters;
  columns: Column<Row, SortName>[];
  rows: Row[];
  sort: SortName | undefined;
  direction: "asc" | "desc";
  defaultSortDirection: (sort: SortName) => "asc" | "desc";
  /** The sorts that the present filters leave a choice of; all of them unless said. */
  offeredSorts?: readonly SortName[] | undefined;
  /** How close together the rows stand. */
  density?: "normal" | "compact" | "roomy";
  /** The id of the form that rows can be chosen for. */
  selectionForm?: string | undefined;
};

/**
 * A list as a real table; on narrow screens each row becomes a card. Sorting, filters and paging live
 * in the address, so the table itself needs no JavaScript.
 *
 * Its looks are the stylesheet's (`data-table`), and what it holds is plain HTML without client components:
 * a page of a hundred rows has a thousand cells, each of which is sent twice and taken over by the browser.
 */
export async function DataTable<Row extends { id: string }, SortName extends string>(
  props: DataTableProps<Row, SortName>,
) {
  const { caption, columns, rows, density, selectionForm } = props;
  const t = await getTranslations("lists");
  return (
    <div className="overflow-x-auto">
      <TableLinks />
      <table role="table" className="data-table" data-density={density}>
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {selectionForm && (
              <th role="columnheader" scope="col" className="w-px py-1 pl-4">
                <SelectPage form={selectionForm} />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.id} role="row">
              {selectionForm && (
                <td role="cell" className="is-choice">
                  <SelectRow form={selectionForm} id={row.id} label={t("select")} />
                </td>
              )}
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  id={selectionForm && index === 0 ? rowNameId(row.id) : undefined}
                  role="cell"
                  className={column.isNumeric ? "is-number" : undefined}
                  data-label={index > 0 ? column.header : undefined}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row, SortName extends string>({
  column,
  path,
  parameters,
  sort,
  direction,
  defaultSortDirection,
  offeredSorts,
}: Omit<DataTableProps<Row, SortName>, "rows" | "columns" | "caption"> & {
  column: Column<Row, SortName>;
}) {
  const isSorted = column.sort !== undefined && column.sort === sort;
  const Icon = isSorted ? (direction === "asc" ? ArrowUp : ArrowDown) : ChevronsUpDown;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={isSorted ? (direction === "asc" ? "ascending" : "descending") : undefined}
      className={column.isNumeric ? "is-number" : undefined}
    >
      {column.sort && (offeredSorts?.includes(column.sort) ?? true) ? (
        <a
          href={listAddress(path, parameters, {
            sort: column.sort,
            direction: nextDirection(isSorted, direction, defaultSortDirection(column.sort)),
          })}
          className={cn(
            "inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink",
            isSorted && "text-ink",
          )}
        >
          {column.header}
          <Icon aria-hidden className={cn("size-3.5", !isSorted && "opacity-50")} />
        </a>
      ) : (
        column.header
      )}
    </th>
  );
}

function nextDirection(isSorted: boolean, direction: "asc" | "desc", usual: "asc" | "desc") {
  if (!isSorted) return usual;
  return direction === "asc" ? "desc" : "asc";
}
