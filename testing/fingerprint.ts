import { type SQL, sql } from "drizzle-orm";
import type { drizzle } from "drizzle-orm/postgres-js";

type Tables = ReturnType<typeof drizzle>;

let statement: Promise<(organizationId: string) => SQL> | undefined;

/**
 * A fingerprint of everything an organization has, but for its audit log: one statement over every table
 * of the catalogue, so that a new one cannot be forgotten.
 */
export async function fingerprint(tables: Tables, organizationId: string): Promise<string> {
  statement ??= prepare(tables);
  const [row] = await tables.execute<{ fingerprint: string }>((await statement)(organizationId));
  return row?.fingerprint ?? "";
}

async function prepare(tables: Tables) {
  const names = await tables.execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity
      and relname not in ('audit_events', 'audit_details', 'audit_heads', 'audit_checkpoints')
    order by relname`);
  return (organizationId: string) => {
    const parts = names.map(({ name }) => {
      const column = name === "organizations" ? "id" : "organization_id";
      return sql`select string_agg(t::text, '|' order by t::text) as rows
        from ${sql.identifier(name)} t where ${sql.identifier(column)} = ${organizationId}::uuid`;
    });
    const all = sql.join(parts, sql` union all `);
    return sql`select md5(string_agg(coalesce(rows, ''), '#')) as fingerprint from (${all}) every`;
  };
}
