import { type Page, streamPages } from "./stream-pages";

/** One JSON object a line. */
export const linesMediaType = "application/x-ndjson";

/** Streams a list of any size as lines. */
export async function sendLines<Row>(
  readPage: (cursor: string | undefined) => Promise<Page<Row>>,
  show: (row: Row) => object,
): Promise<Response> {
  const body = streamPages(await readPage(undefined), readPage, (rows) =>
    rows.map((row) => `${JSON.stringify(show(row))}\n`).join(""),
  );
  return new Response(body, { status: 200, headers: { "content-type": linesMediaType } });
}
