import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type postgres from "postgres";

/** One file per function of the schema, with its owner, grants and triggers. */
const functionsFolder = fileURLToPath(new URL("functions", import.meta.url));

type FunctionRow = {
  name: string;
  signature: string;
  definition: string;
  /** Null where the function belongs to the role that migrates. */
  ownRole: string | null;
  executors: string[];
  triggers: string[];
};

/** @returns the text that each function's file has to have, by the function's name, from a migrated database */
export async function describeFunctions(client: postgres.Sql): Promise<Map<string, string>> {
  const rows = await client<FunctionRow[]>`
    select procedure.proname as name,
      procedure.oid::regprocedure::text as signature,
      pg_get_functiondef(procedure.oid) as definition,
      nullif(procedure.proowner::regrole::text, quote_ident(current_user)) as "ownRole",
      array(
        select coalesce(nullif(grantee::regrole::text, '-'), 'public')
        from aclexplode(coalesce(procedure.proacl, acldefault('f', procedure.proowner)))
        where grantee <> procedure.proowner
        order by 1
      ) as executors,
      array(
        select pg_get_triggerdef(trigger.oid, true) || case trigger.tgenabled when 'A' then
          format(E';\\n\\nALTER TABLE %s ENABLE ALWAYS TRIGGER %I', trigger.tgrelid::regclass, trigger.tgname)
          else '' end
        from pg_trigger trigger
        where trigger.tgfoid = procedure.oid and not trigger.tgisinternal and trigger.tgparentid = 0
        order by trigger.tgrelid::regclass::text, trigger.tgname
      ) as triggers
    from pg_proc procedure
    where procedure.pronamespace = 'public'::regnamespace and procedure.prokind = 'f'
      and not exists (
        select 1 from pg_depend
        where objid = procedure.oid and classid = 'pg_proc'::regclass and deptype = 'e'
      )
    order by 1, 2`;
  const files = new Map<string, string>();
  for (const row of rows) {
    const text = toFile(row);
    const overload = files.get(row.name);
    files.set(row.name, overload ? `${overload}\n${text}` : text);
  }
  return files;
}

function toFile({ signature, definition, ownRole, executors, triggers }: FunctionRow): string {
  const lines = [`${definition.trimEnd()};`];
  if (ownRole) lines.push(`alter function ${signature} owner to ${ownRole};`);
  if (!executors.includes("public")) {
    lines.push(`revoke all on function ${signature} from public;`);
    if (executors.length > 0)
      lines.push(`grant execute on function ${signature} to ${executors.join(", ")};`);
  }
  lines.push(...triggers.map((trigger) => `${trigger.replace("CREATE TRIGGER", replacing)};`));
  return `${lines.join("\n\n")}\n`;
}

const replacing = "CREATE OR REPLACE TRIGGER";

/** @returns the text of each function's file, by the function's name */
export function readFunctionFiles(): Map<string, string> {
  const names = readdirSync(functionsFolder).filter((name) => name.endsWith(".sql"));
  return new Map(
    names
      .sort()
      .map((name) => [
        path.basename(name, ".sql"),
        readFileSync(path.join(functionsFolder, name), "utf8"),
      ]),
  );
}
