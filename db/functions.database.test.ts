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

/** A dump creates what a table's expressions call before the table, as far as PostgreSQL records what is called. */
it("functions in generated columns, indexes and checks call others only where a dump knows of it", async () => {
  const called = await client<{ name: string; body: string }[]>`
    select distinct procedure.proname as name, procedure.prosrc as body
    from pg_depend join pg_proc procedure on procedure.oid = refobjid
    where refclassid = 'pg_proc'::regclass
      and classid in ('pg_attrdef'::regclass, 'pg_class'::regclass, 'pg_constraint'::regclass)
      and procedure.pronamespace = 'public'::regnamespace
      and procedure.prolang = (select oid from pg_language where lanname = 'sql')
      and procedure.prosqlbody is null`;
  expect(called.map(({ name }) => name)).toContain("meter_key");
  const names = [...migrated.keys()];
  const unknown = called.flatMap(({ name, body }) =>
    names.filter((other) => new RegExp(`\\b${other}\\(`).test(body)).map((it) => `${name}: ${it}`),
  );
  expect(unknown).toEqual([]);
});
