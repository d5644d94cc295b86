import { spawn } from "node:child_process";
import { once } from "node:events";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { findFreePort } from "./ports";

const url = process.env.DATABASE_URL ?? "";
const admin = postgres(url, { max: 1, onnotice: () => {} });
const fresh = `${new URL(url).pathname.slice(1)}_fresh`;
afterAll(async () => {
  await admin.unsafe(`drop database if exists ${fresh}`);
  await admin.end();
});

const onDatabase = (name: string) => url.replace(/\/[^/]+$/, `/${name}`);

/** Runs `npm run migrate` with nothing configured but what is given. */
function migrate(variables: Record<string, string>) {
  const child = spawn("npm", ["run", "--silent", "migrate"], {
    env: {
      ...process.env,
      DATABASE_URL: "",
      DATABASE_OWNER_URL: "",
      AUTH_SECRET: "",
      ENCRYPTION_KEY: "",
      ...variables,
    },
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      output += text;
    });
  }
  return { child, output: () => output, ended: once(child, "close") };
}

async function migrateToEnd(variables: Record<string, string>) {
  const { ended, output } = migrate(variables);
  const [code] = await ended;
  return { code, output: output() };
}

it("brings a fresh database to the present schema, and leaves a migrated one as it is", async () => {
  await admin.unsafe(`create database ${fresh}`);
  const DATABASE_URL = onDatabase(fresh);
  const first = await migrateToEnd({ DATABASE_URL });
  expect(first).toEqual({ code: 0, output: expect.stringContaining("up to date") });
  const database = postgres(DATABASE_URL, { max: 1, onnotice: () => {} });
  const read = () => database`select id, hash, created_at from drizzle.__drizzle_migrations`;
  const migrations = await read();
  expect(migrations.length).toBeGreaterThan(0);
  const again = await migrateToEnd({ DATABASE_URL: "", DATABASE_OWNER_URL: DATABASE_URL });
  expect(again).toEqual(first);
  expect(await read()).toEqual(migrations);
  await database.end();
});

it("says that it waits for a database that cannot be reached, and ends when it is told to", async () => {
  const { child, output, ended } = migrate({
    DATABASE_URL: `postgres://owner:secret@127.0.0.1:${await findFreePort(5600)}/wattdesk`,
  });
  await once(child.stdout, "data");
  expect(output()).toMatch(/^Waiting for the database: .*ECONNREFUSED/);
  expect(output()).not.toContain("secret");
  child.kill("SIGTERM");
  await ended;
});

it("ends with 1 and the reason when there is no such database", async () => {
  const { code, output } = await migrateToEnd({ DATABASE_URL: onDatabase("not_there") });
  expect(code).toBe(1);
  expect(output).toContain('database "not_there" does not exist');
});

it.each([
  ["no address", {}, "Set DATABASE_OWNER_URL or DATABASE_URL."],
  [
    "a malformed address",
    { DATABASE_URL: "mysql://owner:secret@db.example/wattdesk" },
    "DATABASE_URL is wrong (no address of a database).",
  ],
  [
    "an address that is none",
    { DATABASE_OWNER_URL: "secret" },
    "DATABASE_OWNER_URL is wrong (no address of a database).",
  ],
  [
    "a server on another host without TLS",
    { DATABASE_URL: "postgres://owner:secret@db.example/wattdesk" },
    "DATABASE_URL is wrong (a database on another host needs sslmode=verify-full; ALLOW_UNENCRYPTED_DATABASE=true goes without).",
  ],
])("names %s once, and no secret", async (_, variables, problem) => {
  expect(await migrateToEnd(variables)).toEqual({ code: 1, output: `${problem}\n` });
});
