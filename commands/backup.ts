import { existsSync, renameSync, statSync } from "node:fs";
import { readParameters, requireTool, runTool, withConnection } from "./postgres-tools";
import { reportingFailure } from "./reporting-failure";

/** Writes the whole database into a file that `npm run restore` reads. */
await reportingFailure(async () => {
  const { file, url } = readParameters(
    ["BACKUP_DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_URL"],
    "Name the file to write: npm run backup -- wattdesk.dump",
  );
  if (existsSync(file)) throw new Error(`${file} is there already.`);
  await withConnection(url, async (connection) => {
    await requireTool("pg_dump", connection);
    const [role] = await connection`
      select rolname as name, rolsuper or rolbypassrls as "canReadAll" from pg_roles where rolname = current_user`;
    if (!role?.canReadAll) {
      throw new Error(
        `${role?.name} is bound by row-level security and cannot read everything: set BACKUP_DATABASE_URL to a login with BYPASSRLS (docs/operations.md, "Backups").`,
      );
    }
  });
  // Everything of every customer is in the file: only its owner may read it.
  process.umask(0o077);
  const unfinished = `${file}.unfinished`;
  await runTool("pg_dump", ["--format=custom", `--file=${unfinished}`], url);
  renameSync(unfinished, file);
  console.log(
    `Wrote ${file} (${Math.ceil(statSync(file).size / 1024)} kB). Keep the keys apart from it.`,
  );
});
