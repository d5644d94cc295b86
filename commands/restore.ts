import { existsSync } from "node:fs";
import type postgres from "postgres";
import { readParameters, requireTool, runTool, withConnection } from "./postgres-tools";
import { reportingFailure } from "./reporting-failure";

/** Roles that the owner of the tables acts as: migrations hand functions over to them. */
const OWNED_ROLES = ["wattdesk_app", "wattdesk_lookup", "wattdesk_eraser"];

/** Reads a file of `npm run backup` into an empty database, and creates the roles that are missing there. */
await reportingFailure(async () => {
  const { file, url } = readParameters(
    ["RESTORE_DATABASE_URL"],
    "Name the file to read: npm run restore -- wattdesk.dump",
  );
  if (!existsSync(file)) throw new Error(`${file} is not there.`);
  await withConnection(url, async (connection) => {
    await requireTool("pg_restore", connection);
    await requireEmptyDatabase(connection);
    const schema = await runTool("pg_restore", ["--schema-only", "--file=-", file], url);
    const created = await createMissingRoles(connection, listRoles(schema));
    await runTool(
      "pg_restore",
      ["--exit-on-error", "--single-transaction", "--dbname", new URL(url).pathname.slice(1), file],
      url,
    );
    const owner = await handOverToOwner(connection);
    console.log(`Restored ${file}; the tables belong to ${owner}.`);
    if (created.length > 0) {
      console.log(`Created without a login: ${created.join(", ")}. Passwords and memberships of logins are not in a
backup: see "Backups" in docs/operations.md.`);
    }
  });
});

async function requireEmptyDatabase(connection: postgres.Sql): Promise<void> {
  const [row] = await connection`
    select (select rolsuper from pg_roles where rolname = current_user) as "isSuperuser",
      exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')) as "hasTables"`;
  if (!row?.isSuperuser) {
    throw new Error(
      "RESTORE_DATABASE_URL has to be a superuser's: a restore creates roles and their functions.",
    );
  }
  if (row.hasTables) throw new Error("The database has tables already: restore into an empty one.");
}

/** Everybody who owns something in the backup or was granted something. */
function listRoles(schema: string): string[] {
  const named = [
    ...schema.matchAll(/ OWNER TO "?([^";]+)"?;/g),
    ...schema.matchAll(/^GRANT .+ TO "?([^";]+?)"?(?: WITH GRANT OPTION)?;$/gm),
    ...schema.matchAll(/^CREATE POLICY .+? TO "?([\w-]+)"?/gm),
  ].flatMap(([, name]) => name ?? []);
  return [...new Set([...OWNED_ROLES, ...named])].filter((name) => !/^(public|pg_.*)$/i.test(name));
}

async function createMissingRoles(connection: postgres.Sql, names: string[]): Promise<string[]> {
  const rows = await connection<{ rolname: string }[]>`select rolname from pg_roles`;
  const existing = new Set(rows.map(({ rolname }) => rolname));
  const missing = names.filter((name) => !existing.has(name));
  for (const name of missing) await connection`create role ${connection(name)} nologin nobypassrls`;
  return missing;
}

/** @returns the owner of the tables, who owns the database and may act as its roles from now on */
async function handOverToOwner(connection: postgres.Sql): Promise<string> {
  const [row] = await connection<{ owner: string; database: string }[]>`
    select pg_get_userbyid(relowner) as owner, current_database() as database
    from pg_class where oid = 'public.organizations'::regclass`;
  if (!row) throw new Error("The backup is not one of Wattdesk's.");
  const { owner, database } = row;
  await connection`alter database ${connection(database)} owner to ${connection(owner)}`;
  for (const role of OWNED_ROLES) {
    await connection`grant ${connection(role)} to ${connection(owner)}`;
  }
  return owner;
}
