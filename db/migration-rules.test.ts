import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { listMigrationProblems, SMALL_TABLES } from "./migration-rules";

/** The last migration from before the rules; released as it is. */
const LAST_UNCHECKED = 39;

const folder = path.resolve("db/migrations");
const all = readdirSync(folder)
  .filter((name) => name.endsWith(".sql"))
  .sort()
  .map((name) => ({ name, text: readFileSync(path.join(folder, name), "utf8") }));

describe("every new migration", () => {
  it.each(all.filter(({ name }) => Number(name.slice(0, 4)) > LAST_UNCHECKED))(
    "$name leaves the previous release and its users running",
    ({ name, text }) => {
      const earlier = all.filter((other) => other.name < name).map((other) => other.text);
      expect(listMigrationProblems(text, earlier)).toEqual([]);
    },
  );
});

it("knows the small tables by their names", () => {
  const text = all.map((migration) => migration.text).join("\n");
  for (const table of SMALL_TABLES) {
    expect(text).toMatch(new RegExp(`create table "?${table}"?`, "i"));
  }
});

it.each([
  [`CREATE INDEX "users_x" ON "users" ("organization_id")`, "without CONCURRENTLY"],
  [`CREATE UNIQUE INDEX x ON public.devices USING btree (id)`, "without CONCURRENTLY"],
  [`CREATE INDEX x ON a_table_of_tomorrow (id)`, "without CONCURRENTLY"],
  [`DROP INDEX users_x`, "drops an index"],
  [`ALTER TABLE "tags" DROP COLUMN "name"`, "drops a column"],
  [`ALTER TABLE tags DROP name`, "drops a column"],
  [`ALTER TABLE tags ADD COLUMN x int, DROP COLUMN "name"`, "drops a column"],
  [`DO $$ BEGIN ALTER TABLE tags DROP COLUMN name; END $$`, "drops a column"],
  [`DROP TABLE tags`, "drops a table"],
  [`DROP FUNCTION is_quiet_hour`, "drops a table or what else"],
  [`ALTER TABLE tags RENAME COLUMN a TO b`, "renames"],
  [`ALTER TABLE tags RENAME TO labels`, "renames"],
  [`ALTER TYPE state RENAME VALUE 'a' TO 'b'`, "renames"],
  [`ALTER TABLE tags ALTER COLUMN name DROP DEFAULT`, "drops a default"],
  [`ALTER TABLE "devices" ALTER COLUMN "name" SET DATA TYPE varchar`, "changes the type"],
  [`ALTER TABLE users ALTER COLUMN email TYPE citext`, "changes the type"],
  [`ALTER TABLE users ALTER email TYPE citext`, "changes the type"],
  [`ALTER TABLE users ADD COLUMN x int, ALTER COLUMN email TYPE citext`, "changes the type"],
  [`ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL`, "sets NOT NULL"],
  [`-- checked by nothing\nALTER TABLE users ALTER COLUMN email SET NOT NULL`, "sets NOT NULL"],
  [`ALTER TABLE "tags" ADD COLUMN "x" text NOT NULL`, "required column without a default"],
  [
    `ALTER TABLE tags ADD x text NOT NULL, ADD y text DEFAULT 'a'`,
    "required column without a default",
  ],
  [`ALTER TABLE users ADD COLUMN x uuid DEFAULT gen_random_uuid()`, "computed for each row"],
  [`ALTER TABLE users ADD COLUMN x timestamptz DEFAULT clock_timestamp()`, "computed for each row"],
  [`ALTER TABLE users ADD COLUMN x text GENERATED ALWAYS AS (email) STORED`, "computed for each"],
  [`ALTER TABLE users ADD COLUMN x bigserial`, "computed for each row"],
  [`ALTER TABLE users ADD COLUMN x int CHECK (x > 0)`, "constraint with a column"],
  [`ALTER TABLE users ADD COLUMN x int UNIQUE`, "constraint with a column"],
  [`ALTER TABLE users ADD COLUMN x int DEFAULT 1 REFERENCES b (a)`, "constraint with a column"],
  [`ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0)`, "NOT VALID"],
  [`ALTER TABLE users ADD CHECK (id > 0)`, "NOT VALID"],
  [`ALTER TABLE users ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES b (a)`, "NOT VALID"],
  [`ALTER TABLE users ADD CONSTRAINT c UNIQUE (email)`, "USING INDEX"],
  [`ALTER TABLE users ADD PRIMARY KEY (id)`, "USING INDEX"],
  [
    `ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0) NOT VALID; ALTER TABLE users VALIDATE CONSTRAINT c`,
    "in the transaction that adds it",
  ],
  [`UPDATE users SET email = lower(email)`, "in portions"],
  [`UPDATE users AS u SET email = lower(email)`, "in portions"],
  [`WITH x AS (SELECT 1) DELETE FROM sessions`, "in portions"],
  [`INSERT INTO fresh SELECT id FROM users`, "copies a large table"],
  [`CREATE TABLE fresh AS SELECT id FROM tags JOIN users USING (id)`, "copies a large table"],
  [`TRUNCATE list_counts`, "locks or rewrites"],
  [`ALTER TABLE users SET UNLOGGED`, "locks or rewrites"],
])("refuses %s", (statement, problem) => {
  expect(listMigrationProblems(`SELECT 1;--> statement-breakpoint\n${statement}`)).toEqual([
    expect.stringContaining(problem),
  ]);
});

it.each([
  `CREATE INDEX CONCURRENTLY "users_x" ON "users" ("organization_id")`,
  `CREATE INDEX "tags_x" ON "tags" ("organization_id")`,
  `CREATE TABLE fresh (id int);--> statement-breakpoint\nALTER TABLE fresh ALTER COLUMN id SET NOT NULL`,
  `CREATE TABLE "users" ("id" uuid);--> statement-breakpoint\nCREATE INDEX users_x ON users (id)`,
  `ALTER TABLE "users" ADD COLUMN "x" text`,
  `ALTER TABLE "users" ADD COLUMN "x" text DEFAULT 'a, b' NOT NULL`,
  `ALTER TABLE users ADD COLUMN x timestamp (3) with time zone DEFAULT now() NOT NULL`,
  `ALTER TABLE users ADD COLUMN x text[] DEFAULT '{}'::text[] NOT NULL`,
  `ALTER TABLE users ADD COLUMN x uuid REFERENCES tags (id) ON UPDATE CASCADE ON DELETE SET NULL`,
  `ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0) NOT VALID`,
  `ALTER TABLE users ADD CONSTRAINT c UNIQUE USING INDEX users_x`,
  `ALTER TABLE users VALIDATE CONSTRAINT c`,
  `ALTER TABLE users DROP CONSTRAINT c`,
  `-- Says what DROP COLUMN would break.\nSELECT 1`,
  `CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DELETE FROM users; $$`,
  `INSERT INTO users SELECT id FROM tags`,
])("accepts %s", (migration) => {
  expect(listMigrationProblems(migration)).toEqual([]);
});

describe("SET NOT NULL on a large table", () => {
  const added = `ALTER TABLE "users" ADD CONSTRAINT "present" CHECK ("email" IS NOT NULL) NOT VALID;`;
  const validated = `ALTER TABLE users VALIDATE CONSTRAINT present;`;
  const set = `ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;`;

  it("is accepted after a check of the column was validated", () => {
    expect(listMigrationProblems(set, [added, validated])).toEqual([]);
    expect(listMigrationProblems(validated + set, [added])).toEqual([]);
  });

  it.each([
    ["the check is not validated", set, [added]],
    ["the check is of another column", set.replace("email", "name"), [added, validated]],
    ["the check is of another table", set.replace("users", "devices"), [added, validated]],
    ["another check is validated", set, [added, validated.replace("present", "other")]],
  ])("is refused when %s", (_reason, migration, earlier) => {
    expect(listMigrationProblems(migration, earlier)).toEqual([
      expect.stringContaining("sets NOT NULL"),
    ]);
  });
});

it.each([
  [33, []],
  [19, [expect.stringContaining("changes the type")]],
])("a text of 20 characters may become longer, not shorter: %s", (length, problems) => {
  const earlier = [
    `CREATE TABLE "users" ("id" uuid, "nickname" varchar(20) NOT NULL, "name" varchar(90))`,
  ];
  const widened = `ALTER TABLE "users" ALTER COLUMN "nickname" SET DATA TYPE varchar(${length});`;
  expect(listMigrationProblems(widened, earlier)).toEqual(problems);
});
