import { type AnyColumn, type Placeholder, type SQL, sql } from "drizzle-orm";
import { Invalid } from "../errors";
import { z } from "../validation/problems";

/** Lists count no further than this: beyond it they say "more than 10,000". */
export const countLimit = 10_000;

export type Direction = "asc" | "desc";

/** One page of a list. Cursors are absent where the list ends. */
export type Page<Row> = { rows: Row[]; next?: string | undefined; previous?: string | undefined };

export type BoundedCount = { count: number; isMore: boolean };

/** PostgreSQL holds no text with the character 0 or half of a pair of surrogates. */
const isStorable = (text: string) => !text.includes("\u0000") && text.isWellFormed();

const cursorSchema = z.tuple([
  z.enum(["after", "before"]),
  z.string().max(400).refine(isStorable),
  z.uuid(),
]);
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

/** Where a page lies: at the beginning, or beside another. */
export type PagePlace = "first" | "after" | "before";

/**
 * Paging by (sort value, id): as quick at the end of a list as at its beginning, and right while rows
 * are added. Rows are read one more than asked for, to know whether another page follows.
 * @throws Invalid on a cursor that is not of this list
 */
export function keyset(sort: Sort, id: AnyColumn | SQL, cursorText: string | undefined) {
  const cursor = readCursor(sort.type, cursorText);
  return { ...orderAt(sort, id, cursor), toPage: pageMaker(cursor) };
}

/** As `keyset`, for a statement that is kept: it takes what `keptCursor` reads of the page's cursor. */
export function keptKeyset(sort: Sort, id: AnyColumn, place: PagePlace) {
  const value = sql.placeholder("cursorValue");
  return orderAt(
    sort,
    id,
    place === "first" ? undefined : [place, value, sql.placeholder("cursorId")],
  );
}

/** Which of a list's kept statements a page needs, with what values, and what makes a page of its rows. */
export function keptCursor(type: Sort["type"], cursorText: string | undefined) {
  const cursor = readCursor(type, cursorText);
  const place: PagePlace = cursor?.[0] ?? "first";
  return {
    place,
    values: cursor ? { cursorValue: cursor[1], cursorId: cursor[2] } : {},
    toPage: pageMaker(cursor),
  };
}

function readCursor(type: Sort["type"], text: string | undefined): Cursor | undefined {
  if (!text) return undefined;
  const cursor = decode(text);
  const isMeant = { text: () => true, timestamptz: isMoment, uuid: isUuid }[type];
  if (!isMeant(cursor[1])) throw new Invalid({ cursor: "cursor" });
  return cursor;
}

function orderAt(
  sort: Sort,
  id: AnyColumn | SQL,
  cursor: readonly [Cursor[0], string | Placeholder, string | Placeholder] | undefined,
) {
  const isAscending = (sort.direction === "asc") !== (cursor?.[0] === "before");
  const comparison = sql.raw(isAscending ? ">" : "<");
  const where =
    cursor &&
    sql`(${sort.expression}, ${id}) ${comparison} (${cursor[1]}::${sql.raw(sort.type)}, ${cursor[2]}::uuid)`;
  const order = sql.raw(isAscending ? "asc" : "desc");
  return {
    where,
    order,
    isAscending,
    orderBy: [sql`${sort.expression} ${order}`, sql`${id} ${order}`],
  };
}

type ActorAccount = { id: string; sortValue: string | Date };

/** Makes a page of the rows that were found from a cursor on. */
function pageMaker(cursor: Cursor | undefined) {
  const isBackwards = cursor?.[0] === "before";
  /** @param standing where a row stands in the order; only the first and last of a page are asked */
  return <Row>(found: Row[], size: number, standing: (row: Row) => ActorAccount) => {
    const isMore = found.length > size;
    const rows = found.slice(0, size);
    if (isBackwards) rows.reverse();
    const beside = (place: Cursor[0], row: Row | undefined) => {
      if (row === undefined) return undefined;
      const { id, sortValue } = standing(row);
      return encode([place, textOf(sortValue), id]);
    };
    const hasNext = isBackwards ? cursor !== undefined : isMore;
    const hasPrevious = isBackwards ? isMore : cursor !== undefined;
    return {
      rows,
      next: hasNext ? beside("after", rows.at(-1)) : undefined,
      previous: hasPrevious ? beside("before", rows[0]) : undefined,
    } satisfies Page<Row>;
  };
}

const textOf = (value: string | Date) => (typeof value === "string" ? value : value.toISOString());

const isUuid = (text: string) => z.uuid().safeParse(text).success;

/** As PostgreSQL and ISO 8601 write one. */
const momentText =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,6})?)(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)$/;

function isMoment(text: string): boolean {
  if (text === "-infinity") return true;
  const [, day, time] = momentText.exec(text) ?? [];
  return z.iso.datetime().safeParse(`${day}T${time}Z`).success;
}

/** Rows that were read by their ids, in the order of these; ids without a row are left out. */
export function inOrderOf<Row extends { id: string }>(ids: string[], rows: Row[]): Row[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => rowOf.get(id) ?? []);
}
