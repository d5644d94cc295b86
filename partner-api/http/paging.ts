import { maxRecords } from "@/lib/core/lists/records-of-user";
import { z } from "@/lib/core/validation/problems";

/** A switch in a query, as clients in several languages write it. */
const queryFlag = z
  .enum(["true", "false", "True", "False", "1", "0"])
  .default("false")
  .transform((text) => ["true", "True", "1"].includes(text));

const includeDeleted = queryFlag.meta({ description: "Whether deleted records come too." });

export const detailQuery = z.object({ include_deleted: includeDeleted });

const limit = (most: number) => z.coerce.number().int().min(1).max(most);

/** How many records of a list come to a client that asks for none else. */
export const limitUpTo = (most: number) =>
  limit(most).default(most).meta({ description: "How many records come at most." });

/** What every list takes besides its filters. */
export const pageQuery = {
  limit: limitUpTo(maxRecords),
  cursor: z
    .string()
    .max(1000)
    .optional()
    .meta({ description: "From the link to the next page of an earlier answer." }),
  fields: z
    .string()
    .max(1000)
    .optional()
    .meta({ description: "Names of fields, apart by commas: only these come." }),
};

/** Of lists that come whole unless a client asks for a page. */
export const listQuery = z.object({
  ...pageQuery,
  limit: limit(maxRecords).optional().meta({
    description: "How many records come at most. The whole list comes without it and `cursor`.",
  }),
  include_deleted: includeDeleted,
});

type Call = {
  url: URL;
  query: { fields?: string | undefined };
  setHeader(name: string, value: string): void;
};

/** A page as its array of records; links to the neighbouring pages are in the headers (RFC 8288). */
export function sendPage<Row, Shown extends Record<string, unknown>>(
  { url, query, setHeader }: Call,
  page: { rows: Row[]; next?: string | undefined; previous?: string | undefined },
  show: (row: Row) => Shown,
): Shown[] {
  const links = Object.entries({ next: page.next, prev: page.previous }).flatMap(
    ([relation, cursor]) => (cursor ? [`<${addressOf(url, cursor)}>; rel="${relation}"`] : []),
  );
  if (links.length > 0) setHeader("link", links.join(", "));
  if (page.next) setHeader("next-cursor", page.next);
  const pick = pickFields(query.fields);
  return page.rows.map((row) => pick(show(row)));
}

/** What `fields` names. */
export const namesIn = (fields: string | undefined) =>
  fields?.split(",").map((name) => name.trim());

function addressOf(url: URL, cursor: string): string {
  const query = new URLSearchParams(url.search);
  query.set("cursor", cursor);
  return `${url.pathname}?${query}`;
}

/** Leaves of a record the fields that the parameter `fields` names; without it all. */
export function pickFields(fields: string | undefined) {
  const names = namesIn(fields);
  return <Shown extends Record<string, unknown>>(record: Shown): Shown =>
    names
      ? (Object.fromEntries(
          names.filter((name) => name in record).map((name) => [name, record[name]]),
        ) as Shown)
      : record;
}
