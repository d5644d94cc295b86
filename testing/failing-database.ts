import type { Sql } from "postgres";

/** Rows that are read, rows that are written, every statement about a table, or nothing. */
export type Failing = "reads" | "writes" | "statements" | "nothing";

/**
 * Makes the tables of organizations fail on demand: a row that is read or written then ends the statement with an error
 * that quotes the row in its message, its detail and its hint.
 * @returns switches that on and off
 */
export async function installFailures(
  client: Sql,
): Promise<(failing: Failing, sparedTables?: string[]) => Promise<void>> {
  await client.unsafe(`
    create table failing (what text not null, spared text[] not null);
    insert into failing values ('nothing', '{}');
    create function fail_with(what text, table_name text, content text) returns boolean
    language plpgsql security definer as $$
    begin
      if exists (
        select from public.failing f where f.what = fail_with.what and table_name <> all (f.spared)
      ) then
        raise exception 'refused: %', content using detail = content, hint = content;
      end if;
      return true;
    end $$;
    create function fail_with_row() returns trigger language plpgsql as $$
    begin
      perform public.fail_with('writes', tg_table_name, coalesce(new, old)::text);
      return coalesce(new, old);
    end $$;
    do $$ declare name text; begin
      for name in
        select relname from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and relrowsecurity and not relispartition
      loop
        execute format('create trigger fails before insert or update or delete on %I
          for each row execute function fail_with_row()', name);
        execute format('create policy fails on %I as restrictive for select
          using (fail_with(''reads'', %L, %I::text))', name, name, name);
      end loop;
    end $$;`);
  return async (failing, sparedTables = []) => {
    // Who may not use the schema finds no table in it.
    await client.unsafe(
      failing === "statements"
        ? "revoke usage on schema public from public, wattdesk_app, wattdesk_lookup"
        : "grant usage on schema public to public, wattdesk_app, wattdesk_lookup",
    );
    await client`update failing set what = ${failing}, spared = ${sparedTables}`;
  };
}
