import { log } from "@/lib/core/log";
import { isRefusal } from "@/lib/core/refusals";

export type Page<Row> = { rows: Row[]; next?: string | undefined };

type Place = { isFirst: boolean; isLast: boolean };

/**
 * Streams a list of any size, a page at a time: its length costs no memory. An error breaks the response off, so that
 * no part of a list passes for the whole.
 * @param first has been read before, so that a refusal can still be answered
 * @param toText of a page; empty pages occur
 */
export function streamPages<Row>(
  first: Page<Row>,
  readPage: (cursor: string) => Promise<Page<Row>>,
  toText: (rows: Row[], place: Place) => string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let isFirst = true;
  let cursor: string | undefined;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      // A pull that gives nothing is not followed by another: empty pages are passed over here.
      for (let text = ""; text === ""; ) {
        const page = cursor === undefined ? first : await readPage(cursor).catch(breakOff);
        cursor = page.next;
        text = toText(page.rows, { isFirst, isLast: cursor === undefined });
        isFirst = false;
        if (text !== "") controller.enqueue(encoder.encode(text));
        if (cursor === undefined) return controller.close();
      }
    },
  });
}

/** The server prints what a stream fails with: it is ours, without anybody's data. */
function breakOff(error: unknown): never {
  if (!isRefusal(error)) log.error({ err: error }, "a list broke off");
  throw new Error("The list broke off.");
}
