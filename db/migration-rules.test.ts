import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { LARGE_TABLES, listMigrationProblems } from "./migration-rules";

/** The last migration from before the rules; released as it is. */
const LAST_UNCHECKED = 39;

const folder = path.resolve("db/migrations");
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith(".sql") && Number(name.slice(0, 4)) > LAST_UNCHECKED)
  .map((name) => ({ name, text: readFileSync(path.join(folder, name), "utf8") }));

describe("every new migration", () => {
  it.each(migrations)("$name leaves the previous release and its users running", ({ text }) => {
    expect(listMigrationProblems(text)).toEqual([]);
  });
});

it("knows the large tables by their names", () => {
  const all = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(folder, entry.name), "utf8"))
    .join("\n");
  for (const table of LARGE_TABLES) {
    expect(all).toMatch(new RegExp(`create table "?${table}"?`, "i"));
  }
});

it.each([
  [`CREATE INDEX "users_x" ON "users" ("organization_id")`, "without CONCURRENTLY"],
  [`CREATE UNIQUE INDEX x ON public.devices USING btree (id)`, "without CONCURRENTLY"],
  [`DROP INDEX users_x`, "drops an index"],
  [`ALTER TABLE "tags" DROP COLUMN "name"`, "drops a column"],
  [`DROP TABLE tags`, "drops a table"],
  [`ALTER TABLE tags RENAME COLUMN a TO b`, "renames"],
  [`ALTER TABLE tags RENAME TO labels`, "renames"],
  [`ALTER TABLE "devices" ALTER COLUMN "name" SET DATA TYPE varchar`, "changes the type"],
  [`ALTER TABLE users ALTER COLUMN email TYPE citext`, "changes the type"],
  [`ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL`, "sets NOT NULL"],
  [`ALTER TABLE "tags" ADD COLUMN "x" text NOT NULL`, "required column without a default"],
  [`ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0)`, "NOT VALID"],
  [`ALTER TABLE users ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES b (a)`, "NOT VALID"],
  [`UPDATE users SET email = lower(email)`, "in portions"],
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
  `ALTER TABLE "users" ADD COLUMN "x" text DEFAULT 'a' NOT NULL`,
  `ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0) NOT VALID`,
  `-- checked by users_email_present\nALTER TABLE users ALTER COLUMN email SET NOT NULL`,
])("accepts %s", (migration) => {
  expect(listMigrationProblems(migration)).toEqual([]);
});
