import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { type ListParameters, listAddress } from "./list-address";
import { rowNameId } from "./row-name";
import { SelectPage, SelectRow } from "./row-selection";

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
  usualDirection: (sort: SortName) => "asc" | "desc";
  /** The sorts that the present filters leave a choice of; all of them unless said. */
  offeredSorts?: readonly SortName[] | undefined;
  /** How close together the rows stand. */
  density?: "normal" | "compact" | "roomy";
  /** The id of the form that rows can be chosen for. */
  selectionForm?: string | undefined;
};

const cellPadding = { normal: "py-2.5", compact: "py-1", roomy: "py-4" };

/**
 * A list as a real table; on narrow screens each row becomes a card. Sorting, filters and paging live
 * in the address, so the table itself needs no JavaScript.
 */
export function DataTable<Row extends { id: string }, SortName extends string>(
  props: DataTableProps<Row, SortName>,
) {
  const { caption, columns, rows, density = "normal", selectionForm } = props;
  return (
    <div className="overflow-x-auto">
      <table role="table" className="w-full border-collapse text-sm max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row" className="border-b border-line">
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
        <tbody role="rowgroup" className="max-sm:block">
          {rows.map((row) => (
            <tr
              key={row.id}
              role="row"
              className="border-b border-line last:border-b-0 hover:bg-sunken/50 max-sm:block max-sm:px-4 max-sm:py-3"
            >
              {selectionForm && (
                <td role="cell" className="w-px py-1 pl-4 align-middle max-sm:float-right">
                  <SelectRow form={selectionForm} id={row.id} />
                </td>
              )}
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  id={selectionForm && index === 0 ? rowNameId(row.id) : undefined}
                  role="cell"
                  className={cn(
                    "px-4 align-middle text-ink-soft first:pl-5 last:pr-5 max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:px-0! max-sm:py-1",
                    cellPadding[density],
                    column.isNumeric && "text-right tabular-nums",
                    index === 0 && "max-sm:text-[15px]",
                  )}
                >
                  {index > 0 && (
                    <span aria-hidden className="hidden shrink-0 text-ink-faint max-sm:inline">
                      {column.header}
                    </span>
                  )}
                  <span className="min-w-0 max-sm:text-right max-sm:first:text-left">
                    {column.cell(row)}
                  </span>
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
  usualDirection,
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
      className={cn(
        "px-4 py-2.5 text-[13px] font-medium whitespace-nowrap text-ink-faint first:pl-5 last:pr-5",
        column.isNumeric ? "text-right" : "text-left",
      )}
    >
      {column.sort && (offeredSorts?.includes(column.sort) ?? true) ? (
        <Link
          href={listAddress(path, parameters, {
            sort: column.sort,
            direction: nextDirection(isSorted, direction, usualDirection(column.sort)),
          })}
          className={cn(
            "inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink",
            isSorted && "text-ink",
          )}
        >
          {column.header}
          <Icon aria-hidden className={cn("size-3.5", !isSorted && "opacity-50")} />
        </Link>
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
