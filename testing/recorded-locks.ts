import pg from "pg";
import { vi } from "vitest";

/** What of a statement names the table whose rows it locks until the end of the transaction. */
const lockingForms = [
  /^update (?:only )?"?(\w+)"?/i,
  /^delete from "?(\w+)"?/i,
  /^insert into "?(\w+)"?.* on conflict .*do update/is,
  /\bfrom "?(\w+)"?(?:(?!\bfrom\b).)* for (?:no key )?(?:update|share)\b(?! of)/is,
  /\bfor (?:no key )?(?:update|share) of "?(\w+)"?/i,
];

/** @returns the table whose rows a statement locks; undefined for one that locks none, or skips those of others */
export function lockedTable(statement: string): string | undefined {
  if (/skip locked/i.test(statement)) return undefined;
  const text = statement.replace(/^\s*with .*?\)\s*(?=update|delete|insert|select)/is, "").trim();
  for (const form of lockingForms) {
    const [, table] = form.exec(text) ?? [];
    if (table) return table;
  }
  return undefined;
}

/**
 * Runs something and writes down what it locks.
 * @returns for each of its transactions the tables whose rows it locked, in the order of the first lock
 */
export async function recordLocks(run: () => Promise<unknown>): Promise<string[][]> {
  const transactions: string[][] = [];
  const open = new WeakMap<pg.Client, string[]>();
  const send = pg.Client.prototype.query;
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
    this: pg.Client,
    ...parameters: unknown[]
  ) {
    const [query] = parameters;
    const text = typeof query === "string" ? query : (query as { text: string }).text;
    if (text.startsWith("begin")) {
      const locked: string[] = [];
      open.set(this, locked);
      transactions.push(locked);
    }
    const table = lockedTable(text);
    const locked = open.get(this);
    if (table && locked && !locked.includes(table)) locked.push(table);
    return Reflect.apply(send, this, parameters);
  });
  try {
    await run();
  } finally {
    spy.mockRestore();
  }
  return transactions;
}
