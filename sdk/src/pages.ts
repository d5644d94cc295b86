/** The query parameters of one page of a list. */
export type Page = { limit: number; cursor?: string };

const PAGE_SIZE = 200;

/**
 * Every record of a list, read a page at a time.
 * @param getPage asks for a page: its parameters belong into the query of the call
 * @param pageSize records of a page, at most 1,000
 */
export async function* eachRecord<Row>(
  getPage: (page: Page) => Promise<{ data: readonly Row[]; response: Response }>,
  pageSize = PAGE_SIZE,
): AsyncGenerator<Row, void, undefined> {
  let cursor: string | undefined;
  do {
    const { data, response } = await getPage({ limit: pageSize, ...(cursor && { cursor }) });
    yield* data;
    cursor = response.headers.get("next-cursor") ?? undefined;
  } while (cursor);
}
