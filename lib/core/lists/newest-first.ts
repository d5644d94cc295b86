import type { AnyColumn } from "drizzle-orm";
import { type Direction, keyset, type Page } from "./keyset";

/** Paging by the moment of creation, the newest first unless asked otherwise. */
export function newestFirst(
  table: { createdAt: AnyColumn; id: AnyColumn },
  input: { direction?: Direction | undefined; cursor?: string | undefined },
) {
  const { where, orderBy, isAscending, toPage } = keyset(
    {
      expression: table.createdAt,
      type: "timestamptz",
      direction: input.direction ?? "desc",
    },
    table.id,
    input.cursor,
  );
  return {
    where,
    orderBy,
    /** Whether this page is read from the oldest row on, to merge rows of several tables. */
    isAscending,
    toPage: <Row extends { id: string; createdAt: Date }>(found: Row[], size: number): Page<Row> =>
      toPage(found, size, ({ id, createdAt }) => ({ id, sortValue: createdAt })),
  };
}
