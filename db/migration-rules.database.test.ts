import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listMigrationProblems } from "./migration-rules";

// PostgreSQL tells at this level of messages when it reads or copies a whole table (tablecmds.c, "Phase 3").
const messages: string[] = [];
const connection = postgres(process.env.DATABASE_URL ?? "", {
  max: 1,
  onnotice: ({ message }) => messages.push(`${message}`),
});

beforeAll(async () => {
  await connection`create table parents (id int primary key)`;
  await connection`insert into parents values (1)`;
  await connection`create table grown (id int primary key, parent_id int, name varchar(20), email text)`;
  await connection`insert into grown values (1, 1, 'a', 'a')`;
  await connection`set client_min_messages = debug1`;
});
afterAll(() => connection.end());

const isAboutRows =
  /^(?:verifying|rewriting) table "grown"|^validating foreign key constraint|^building index .* on table "grown"/;

/** Carries statements out and undoes them. @returns whether the last one had read or copied the table */
async function readsTable(statements: string[]): Promise<boolean> {
  let reads = false;
  await connection
    .begin(async (transaction) => {
      for (const statement of statements) {
        messages.length = 0;
        await transaction.unsafe(statement);
      }
      reads = messages.some((message) => isAboutRows.test(message));
      throw new Error("undo");
    })
    .catch((error: Error) => {
      if (error.message !== "undo") throw error;
    });
  return reads;
}

describe("what PostgreSQL does to all rows under a lock", () => {
  it.each([
    "ALTER TABLE grown ALTER COLUMN email SET NOT NULL",
    "ALTER TABLE grown ALTER COLUMN id TYPE bigint",
    "ALTER TABLE grown ADD COLUMN x uuid DEFAULT gen_random_uuid()",
    "ALTER TABLE grown ADD COLUMN x timestamptz DEFAULT clock_timestamp()",
    "ALTER TABLE grown ADD COLUMN x text GENERATED ALWAYS AS (email) STORED",
    "ALTER TABLE grown ADD COLUMN x bigserial",
    "ALTER TABLE grown ADD COLUMN x int CHECK (x > 0)",
    "ALTER TABLE grown ADD COLUMN x int UNIQUE",
    "ALTER TABLE grown ADD COLUMN x int DEFAULT 1 REFERENCES parents (id)",
    "ALTER TABLE grown ADD CONSTRAINT c CHECK (id > 0)",
    "ALTER TABLE grown ADD CONSTRAINT c FOREIGN KEY (parent_id) REFERENCES parents (id)",
    "ALTER TABLE grown ADD CONSTRAINT c UNIQUE (email)",
    "CREATE INDEX x ON grown (email)",
  ])("is refused: %s", async (statement) => {
    expect(await readsTable([statement])).toBe(true);
    expect(listMigrationProblems(statement)).toHaveLength(1);
  });

  it.each([
    "ALTER TABLE grown ADD COLUMN x text",
    "ALTER TABLE grown ADD COLUMN x text DEFAULT 'a' NOT NULL",
    "ALTER TABLE grown ADD COLUMN x timestamptz DEFAULT now() NOT NULL",
    "ALTER TABLE grown ADD COLUMN x text[] DEFAULT '{}'::text[] NOT NULL",
    "ALTER TABLE grown ADD COLUMN x int REFERENCES parents (id)",
    "ALTER TABLE grown ADD CONSTRAINT c CHECK (id > 0) NOT VALID",
    "ALTER TABLE grown ADD CONSTRAINT c FOREIGN KEY (parent_id) REFERENCES parents (id) NOT VALID",
  ])("does not happen in what is accepted: %s", async (statement) => {
    expect(await readsTable([statement])).toBe(false);
    expect(listMigrationProblems(statement)).toEqual([]);
  });
});

it("sets NOT NULL without reading the table after a validated check, and only then", async () => {
  const added = "ALTER TABLE grown ADD CONSTRAINT c CHECK (email IS NOT NULL) NOT VALID";
  const validated = "ALTER TABLE grown VALIDATE CONSTRAINT c";
  const set = "ALTER TABLE grown ALTER COLUMN email SET NOT NULL";

  expect(await readsTable([added, set])).toBe(true);
  expect(listMigrationProblems(set, [added])).toHaveLength(1);

  expect(await readsTable([added, validated, set])).toBe(false);
  expect(listMigrationProblems(set, [added, validated])).toEqual([]);
});
