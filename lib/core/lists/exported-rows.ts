/** How many records an export reads at a time, so that its size costs no memory. */
export const EXPORT_PAGE_SIZE = 1000;

export type Cell = string | number | boolean | Date | null | undefined;

type ExportedPage<Row> = { rows: Row[]; next?: string | undefined };

/** The rows of a list as its file shows them, page by page. */
export async function* exportedRows<Row>(
  first: ExportedPage<Row>,
  readNext: (next: string) => Promise<ExportedPage<Row>>,
  columns: Record<string, (row: Row) => Cell>,
): AsyncGenerator<Record<string, unknown>> {
  for (let page = first; ; page = await readNext(page.next)) {
    for (const row of page.rows) {
      yield Object.fromEntries(
        Object.entries(columns).map(([heading, cell]) => [heading, cell(row) ?? ""]),
      );
    }
    if (!page.next) return;
  }
}
