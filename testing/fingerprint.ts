import type { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";

type Tables = ReturnType<typeof drizzle>;

let statement: Promise<string> | undefined;

/**
 * A fingerprint of everything an organization has, but for its audit log: one statement over every table
 * of the catalogue, so that a new one cannot be forgotten. It is prepared, since planning it takes longer
 * than looking, and adds up hashes of rows, since sorting them would take longer still.
 */
export async function fingerprint(tables: Tables, organizationId: string): Promise<string> {
  const client = tables.$client as Sql;
  statement ??= prepare(client);
  const [row] = await client.unsafe<{ fingerprint: string }[]>(await statement, [organizationId], {
    prepare: true,
  });
  return row?.fingerprint ?? "";
}

async function prepare(client: Sql): Promise<string> {
  const names = await client<{ name: string }[]>`
    select quote_ident(relname) as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity
      and not relispartition
      and relname not in ('audit_events', 'audit_details', 'audit_heads', 'audit_checkpoints')
    order by relname`;
  const parts = names.map(({ name }, place) => {
    const column = name === "organizations" ? "id" : "organization_id";
    return `select ${place} as place, sum(hashtextextended(t::text, 0))::text as rows from ${name} t where ${column} = $1::uuid`;
  });
  // In their order: once the tables have grown, PostgreSQL reads several at a time and takes what comes first.
  return `select md5(string_agg(coalesce(rows, ''), '#' order by place)) as fingerprint from (${parts.join(" union all ")}) every`;
}
