import type { z } from "../validation/problems";
import type { Direction } from "./keyset";
import type { ListRange } from "./range-filters";

/** The parameters of every list besides its filters. */
export type ListRequest<Sort extends string = string> = {
  search: string;
  sort: Sort;
  direction?: Direction | undefined;
  cursor?: string | undefined;
  size: number;
};

/** How a list is ordered in the end, and the sorts that it could have instead. */
type SortOrder<Sort extends string> = {
  sort: Sort;
  direction: Direction;
  offered: readonly Sort[];
};

/** A search puts the best match first and offers no sorts. */
export const matchOrder = { sort: "match", direction: "asc", offered: [] } as const;

export type ListOrder<Sort extends string> = SortOrder<Sort> | typeof matchOrder;

/** What the requests of a list mean for its order. */
export type ListRules<Sort extends string, Input> = {
  sorts: readonly Sort[];
  defaultSortDirection(sort: Sort): Direction;
  rangesOf(input: Input): ListRange<Sort, Input>[];
  sortOrder(input: Input): SortOrder<Sort>;
};

export type ListSchema<Sort extends string, Input, Sent> = ListRules<Sort, Input> & {
  input: z.ZodType<Input, Sent>;
};

type Declaration<Sort extends string, Input, Sent> = {
  /** What the list's address and its use-cases take. */
  input: z.ZodType<Input, Sent>;
  sorts: readonly Sort[];
  /** Sorts that go downwards unless asked otherwise. */
  descending: readonly NoInfer<Sort>[];
  ranges: readonly ListRange<NoInfer<Sort>, NoInfer<Input>>[];
  /** The sorts that a request leaves; all of them unless declared. */
  sortsFor?: (input: Input) => readonly NoInfer<Sort>[];
};

/** Declares what a list can be asked for. */
export function defineListSchema<Sort extends string, Input extends ListRequest<Sort>, Sent>({
  input,
  sorts,
  descending,
  ranges,
  sortsFor = () => sorts,
}: Declaration<Sort, Input, Sent>): ListSchema<Sort, Input, Sent> {
  const defaultSortDirection = (sort: Sort) => (descending.includes(sort) ? "desc" : "asc");
  const rangesOf = (request: Input) => ranges.filter((range) => range.isIn(request));

  /** A list with ranges goes in the order of one of them, so that one index serves both. */
  function sortOrder(request: Input): SortOrder<Sort> {
    const left = sortsFor(request);
    const ranged = rangesOf(request)
      .map((range) => range.sort)
      .filter((sort) => left.includes(sort));
    const offered = ranged.length > 0 ? ranged : left;
    const [usual = request.sort] = left;
    const chosen = left.includes(request.sort) ? request.sort : usual;
    const [first = chosen] = offered;
    const sort = offered.includes(chosen) ? chosen : first;
    return { sort, direction: request.direction ?? defaultSortDirection(sort), offered };
  }

  return { input, sorts, defaultSortDirection, rangesOf, sortOrder };
}
