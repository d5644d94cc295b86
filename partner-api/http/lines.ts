/** One JSON object a line. */
export const linesMediaType = "application/x-ndjson";

type Page<Row> = { rows: Row[]; next?: string | undefined };

/**
 * Streams a list of any size, a page at a time: its length costs no memory. The first page is read before
 * anything is sent, so that a refusal is one.
 */
export async function sendLines<Row>(
  readPage: (cursor: string | undefined) => Promise<Page<Row>>,
  show: (row: Row) => object,
): Promise<Response> {
  let page: Page<Row> | undefined = await readPage(undefined);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!page) return controller.close();
      const lines = page.rows.map((row) => `${JSON.stringify(show(row))}\n`).join("");
      const { next } = page;
      if (lines !== "") controller.enqueue(encoder.encode(lines));
      page = next ? await readPage(next) : undefined;
      if (!page) controller.close();
    },
  });
  return new Response(body, { status: 200, headers: { "content-type": linesMediaType } });
}
