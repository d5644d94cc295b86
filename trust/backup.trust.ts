import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "../db/migrate";
import { demoOrganizations, seedDemo } from "../db/seed/seed-demo";
import { hasDebianPackages } from "./debian-packages";
import { type DebianPostgres, postgresPrograms, startDebianPostgres } from "./debian-postgres";

const canRun = hasDebianPackages("postgresql");
if (!canRun) {
  process.stdout.write("not run: backup and restore (Debian's postgresql is not installed)\n");
}

/** The SQL blocks of docs/operations.md under a heading, in their order. */
function sqlUnder(heading: string): string[] {
  const text = readFileSync("docs/operations.md", "utf8").split(`\n### ${heading}\n`)[1] ?? "";
  const section = text.split(/\n##/)[0] ?? "";
  return [...section.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, statements]) => statements ?? "");
}

async function execute(url: string, statements: string): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  for (const statement of statements.split(";\n").filter((line) => line.trim())) {
    await connection.unsafe(statement);
  }
  await connection.end();
}

function runCommand(file: string, parameters: string[], variables: Record<string, string>) {
  const result = spawnSync(
    process.execPath,
    ["--import", "tsx", `commands/${file}.ts`, ...parameters],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        TSX_TSCONFIG_PATH: "tsconfig.scripts.json",
        PATH: `${postgresPrograms}:${process.env.PATH}`,
        ...variables,
      },
    },
  );
  return { status: result.status, output: result.stdout + result.stderr };
}

/** Everything that has to be the same in a restored database, read as a superuser. */
async function describeDatabase(url: string) {
  const connection = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const tables = await connection<{ name: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname in ('public', 'drizzle', 'graphile_worker') order by 1`;
    const rows: Record<string, unknown> = {};
    for (const { name } of tables) {
      const [row] = await connection.unsafe(
        `select count(*)::int as count, md5(string_agg(t::text, ',' order by t::text)) as hash from ${name} t`,
      );
      rows[name] = row;
    }
    const policies =
      await connection`select * from pg_policies order by schemaname, tablename, policyname`;
    const protection = await connection`
      select oid::regclass::text as name, relrowsecurity, relforcerowsecurity from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`;
    const grants = await connection`
      select table_name, grantee, privilege_type from information_schema.role_table_grants
      where table_schema in ('public', 'drizzle') order by 1, 2, 3`;
    const functions = await connection`
      select oid::regprocedure::text as name, pg_get_userbyid(proowner) as owner, prosecdef, proacl::text from pg_proc
      where pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e') order by 1`;
    return {
      rows,
      policies: [...policies],
      protection: [...protection],
      grants: [...grants],
      functions: [...functions],
    };
  } finally {
    await connection.end();
  }
}

describe.runIf(canRun)("a backup", () => {
  let first: DebianPostgres;
  let second: DebianPostgres;
  const file = path.join(mkdtempSync(path.join(tmpdir(), "wattdesk-backup-")), "wattdesk.dump");
  const [asSuperuser = "", asOwner = ""] = sqlUnder("Roles");
  const [afterRestore = ""] = sqlUnder("Restore");
  const keys = {
    BASE_URL: "http://localhost:3000",
    WATTDESK_MODE: "development",
    AUTH_SECRET: randomBytes(32).toString("hex"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    AUDIT_SIGNING_KEY: randomBytes(32).toString("base64"),
    LOG_LEVEL: "fatal",
  };

  beforeAll(async () => {
    first = await startDebianPostgres();
    second = await startDebianPostgres();
    await execute(first.url("postgres"), asSuperuser);
    const ownerUrl = first.url("wattdesk", "wattdesk_owner");
    await migrateDatabase(ownerUrl);
    await execute(ownerUrl, asOwner);
    await seedDemo(ownerUrl, "unused", { production: [120, 240], sandbox: [5, 5] });
    Object.assign(process.env, keys, { DATABASE_URL: first.url("wattdesk", "wattdesk_web") });
    const { playDemoWeek } = await import("../commands/demo-week");
    await playDemoWeek(demoOrganizations.production);
    const { database } = await import("../lib/core/database");
    await database().close();
  }, 300_000);
  afterAll(() => {
    first?.remove();
    second?.remove();
  });

  it("is refused to a login that row-level security binds, with the reason", () => {
    const { status, output } = runCommand("backup", [`${file}.owner`], {
      BACKUP_DATABASE_URL: first.url("wattdesk", "wattdesk_owner"),
    });
    expect(status).toBe(1);
    expect(output).toContain("wattdesk_owner is bound by row-level security");
  });

  it("says what to install when pg_dump is missing", () => {
    const { status, output } = runCommand("backup", [`${file}.missing`], {
      BACKUP_DATABASE_URL: first.url("wattdesk", "wattdesk_backup"),
      PATH: "/nonexistent",
    });
    expect(status).toBe(1);
    expect(output).toContain("pg_dump is not on the PATH");
  });

  it("is restored, rows, policies, rights and owners, on a server without the roles", async () => {
    const written = runCommand("backup", [file], {
      BACKUP_DATABASE_URL: first.url("wattdesk", "wattdesk_backup"),
    });
    expect(written).toMatchObject({ status: 0 });
    expect(statSync(file).mode & 0o077).toBe(0);
    await execute(second.url("postgres"), "CREATE DATABASE wattdesk");
    const restored = runCommand("restore", [file], {
      RESTORE_DATABASE_URL: second.url("wattdesk"),
    });
    expect(restored).toMatchObject({ status: 0 });
    const [before, after] = await Promise.all([
      describeDatabase(first.url("wattdesk")),
      describeDatabase(second.url("wattdesk")),
    ]);
    expect(after).toEqual(before);
    expect(after.rows["public.audit_events"]).toMatchObject({ count: expect.any(Number) });
  }, 300_000);

  it("is not restored over a database that has tables", () => {
    const { status, output } = runCommand("restore", [file], {
      RESTORE_DATABASE_URL: second.url("wattdesk"),
    });
    expect(status).toBe(1);
    expect(output).toContain("has tables already");
  });

  it("has an audit log that verifies for the application's login, and is not empty", async () => {
    await execute(second.url("postgres"), afterRestore);
    const { status, output } = runCommand("audit-verify", [], {
      ...keys,
      DATABASE_URL: second.url("wattdesk", "wattdesk_web"),
      DATABASE_OWNER_URL: second.url("wattdesk", "wattdesk_owner"),
    });
    expect(output).toMatch(/✓ \S+: [1-9]\d+ events/);
    expect(status).toBe(0);
  }, 120_000);

  it("can be migrated further by the owner", async () => {
    await migrateDatabase(second.url("wattdesk", "wattdesk_owner"));
  }, 120_000);
});
