import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { Invalid } from "../errors";
import { z } from "../validation/problems";

/** Lists count no further than this: beyond it they say "more than 10,000". */
export const countLimit = 10_000;

export type Direction = "asc" | "desc";

/** One page of a list. Cursors are absent where the list ends. */
export type Page<Row> = { rows: Row[]; next?: string | undefined; previous?: string | undefined };

export type BoundedCount = { count: number; isMore: boolean };

const cursorSchema = z.tuple([z.enum(["after", "before"]), z.string().max(400), z.uuid()]);
type Cursor = z.infer<typeof cursorSchema>;

function encode(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** @throws Invalid on a cursor that was not made here */
function decode(text: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    throw new Invalid({ cursor: "cursor" });
  }
}

/** Whether a text can be a cursor of ours. */
export function isCursor(text: string): boolean {
  try {
    return Boolean(decode(text));
  } catch {
    return false;
  }
}

type Sort = {
  expression: AnyColumn | SQL;
  /** How the cursor's text is read back. */
  type: "text" | "timestamptz" | "uuid";
  direction: Direction;
};

/**
 * Paging by (sort value, id): as quick at the end of a list as at its beginning, and right while rows
 * are added. Rows are read one more than asked for, to know whether another page follows.
 */
export function keyset(sort: Sort, id: AnyColumn | SQL, cursorText: string | undefined) {
  const cursor = cursorText ? decode(cursorText) : undefined;
  const isBackwards = cursor?.[0] === "before";
  const isMeant = { text: () => true, timestamptz: isMoment, uuid: isUuid }[sort.type];
  if (cursor && !isMeant(cursor[1])) {
    throw new Invalid({ cursor: "cursor" });
  }
  const isAscending = (sort.direction === "asc") !== isBackwards;
  const value = cursor && sql`${cursor[1]}::${sql.raw(sort.type)}`;
  const where =
    cursor &&
    (isAscending
      ? sql`(${sort.expression}, ${id}) > (${value}, ${cursor[2]}::uuid)`
      : sql`(${sort.expression}, ${id}) < (${value}, ${cursor[2]}::uuid)`);
  const order = sql.raw(isAscending ? "asc" : "desc");
  return {
    where,
    order,
    orderBy: [sql`${sort.expression} ${order}`, sql`${id} ${order}`],
    toPage<Row extends { id: string; sortValue: string }>(found: Row[], size: number) {
      const isMore = found.length > size;
      const rows = found.slice(0, size);
      if (isBackwards) rows.reverse();
      const first = rows[0];
      const last = rows.at(-1);
      const hasNext = isBackwards ? cursor !== undefined : isMore;
      const hasPrevious = isBackwards ? isMore : cursor !== undefined;
      return {
        rows,
        next: hasNext && last ? encode(["after", last.sortValue, last.id]) : undefined,
        previous: hasPrevious && first ? encode(["before", first.sortValue, first.id]) : undefined,
      } satisfies Page<Row>;
    },
  };
}

const isUuid = (text: string) => z.uuid().safeParse(text).success;

function isMoment(text: string): boolean {
  return text === "-infinity" || !Number.isNaN(Date.parse(text));
}

/** Rows that were read by their ids, in the order of these; ids without a row are left out. */
export function inOrderOf<Row extends { id: string }>(ids: string[], rows: Row[]): Row[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => rowOf.get(id) ?? []);
}
