import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { describeFunctions, readFunctionFiles } from "./functions";

const client = postgres(process.env.DATABASE_URL ?? "", { max: 1 });
afterAll(() => client.end());

const migrated = await describeFunctions(client);
const files = readFunctionFiles();

it("has a file for every function of a migrated database, and no other", () => {
  expect([...files.keys()]).toEqual([...migrated.keys()].sort());
});

it.each([...files])("migrations make %s as its file says", (name, text) => {
  expect(migrated.get(name)).toBe(text);
});

it("every trigger of a migrated database stands in the file of its function", async () => {
  const [row] = await client<{ count: number }[]>`
    select count(*)::int as count from pg_trigger
    join pg_class on pg_class.oid = tgrelid
    where not tgisinternal and tgparentid = 0 and relnamespace = 'public'::regnamespace`;
  const inFiles = [...files.values()].join("\n").match(/^CREATE .*TRIGGER /gm) ?? [];
  expect(inFiles).toHaveLength(row?.count ?? 0);
});
