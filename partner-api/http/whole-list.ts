import type { Actor } from "@/lib/core/access/actor";
import { forStreaming } from "@/lib/core/access/actor";
import { maxRecords } from "@/lib/core/lists/records-of-user";
import { pickFields, sendPage } from "./paging";
import { type Page, streamPages } from "./stream-pages";

type Call = Parameters<typeof sendPage>[0] & {
  actor: Actor;
  query: { limit?: number | undefined; cursor?: string | undefined };
};

type Part = { limit: number; cursor?: string | undefined };

/**
 * Answers a list as the documentation has it, whole; or a page of it to a client that sends `limit` or `cursor`. What
 * is longer than a page is streamed by its cursors, each page in a separate transaction.
 */
export async function sendList<Row, Shown extends Record<string, unknown>>(
  call: Call,
  readPage: (actor: Actor, part: Part) => Promise<Page<Row> & { previous?: string | undefined }>,
  show: (row: Row) => Shown,
): Promise<Shown[] | Response> {
  const { limit, cursor } = call.query;
  const first = await readPage(call.actor, { limit: limit ?? maxRecords, cursor });
  const isWhole = limit === undefined && cursor === undefined;
  if (!isWhole || first.next === undefined) return sendPage(call, first, show);
  const actor = forStreaming(call.actor);
  const pick = pickFields(call.query.fields);
  let isEmpty = true;
  const body = streamPages(
    first,
    (next) => readPage(actor, { limit: maxRecords, cursor: next }),
    (rows, { isFirst, isLast }) => {
      const between = rows.length > 0 && !isEmpty ? "," : "";
      if (rows.length > 0) isEmpty = false;
      const records = rows.map((row) => JSON.stringify(pick(show(row)))).join(",");
      return `${isFirst ? "[" : ""}${between}${records}${isLast ? "]" : ""}`;
    },
  );
  return new Response(body, { status: 200, headers: { "content-type": "application/json" } });
}
