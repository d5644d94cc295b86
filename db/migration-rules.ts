/** Tables that grow with customers and time: a lock on them, or a copy of them, is felt by everybody. */
export const LARGE_TABLES = [
  "audit_details",
  "audit_events",
  "buildings",
  "connection_changes",
  "daily_readings",
  "device_readings",
  "device_usage",
  "devices",
  "energy_contracts",
  "hourly_readings",
  "import_rows",
  "outgoing_mails",
  "sessions",
  "users",
  "webhook_deliveries",
];

type Rule = {
  /** What is wrong and what to do instead. */
  problem: string;
  isBroken: (statement: string) => boolean;
};

const RULES: Rule[] = [
  {
    problem:
      "creates an index on a large table without CONCURRENTLY, which stops all writes to it (begin the file with `-- without transaction`)",
    isBroken: (statement) =>
      /\bcreate (unique )?index (?!concurrently)/.test(statement) &&
      isAbout(statement, /\bon (?:only )?(?:"?public"?\.)?"?(\w+)"?/),
  },
  {
    problem: "drops an index without CONCURRENTLY",
    isBroken: (statement) => /\bdrop index (?!concurrently)/.test(statement),
  },
  {
    problem:
      "drops a column, which the previous release still reads (stop using it in one release, drop it in a later one)",
    isBroken: (statement) => /\balter table\b.*\bdrop column\b/.test(statement),
  },
  {
    problem: "drops a table, which the previous release still reads",
    isBroken: (statement) => /\bdrop table\b/.test(statement),
  },
  {
    problem:
      "renames what the previous release knows by its old name (add the new one, copy, drop the old one later)",
    isBroken: (statement) => /\balter table\b.*\brename\b/.test(statement),
  },
  {
    problem: "changes the type of a column, which copies the table (add a column of the new type)",
    isBroken: (statement) =>
      /\balter column\b.*\b(set data )?type\b/.test(statement) && isAltered(statement),
  },
  {
    problem:
      "sets NOT NULL, which reads a large table under a lock (add a CHECK ... NOT VALID, validate it in a later migration, then set it; name that check in a comment: `-- checked by <constraint>`)",
    isBroken: (statement) =>
      /\bset not null\b/.test(statement) &&
      isAltered(statement) &&
      !statement.includes("-- checked by "),
  },
  {
    problem: "adds a required column without a default, which the previous release does not fill",
    isBroken: (statement) =>
      /\badd column\b/.test(statement) &&
      /\bnot null\b/.test(statement) &&
      !/\b(default|generated)\b/.test(statement),
  },
  {
    problem:
      "adds a constraint that reads a large table under a lock (add it NOT VALID and validate it in a later migration)",
    isBroken: (statement) =>
      /\badd constraint\b.*\b(check|foreign key)\b/.test(statement) &&
      !/\bnot valid\b/.test(statement) &&
      isAltered(statement),
  },
  {
    problem: "changes all rows of a large table at once (do it in portions, by a job)",
    isBroken: (statement) =>
      /^\s*(update|delete from)\b/.test(statement) &&
      isAbout(statement, /^\s*(?:update|delete from) (?:only )?(?:"?public"?\.)?"?(\w+)"?/),
  },
];

/**
 * Lists what a migration does that the previous release, which still runs meanwhile, or its users would not survive.
 * @param tables those that the migration creates itself are left out: nobody uses them yet
 * @returns one problem for each statement and rule
 */
export function listMigrationProblems(migration: string): string[] {
  const statements = migration
    .split("--> statement-breakpoint")
    .map((statement) => statement.toLowerCase().replace(/\s+/g, " "));
  const created = new Set(
    statements.flatMap((statement) =>
      [...statement.matchAll(/\bcreate table (?:if not exists )?"?(\w+)"?/g)].map(
        ([, name]) => name,
      ),
    ),
  );
  return statements
    .filter((statement) => !created.has(tableOf(statement)))
    .flatMap((statement) =>
      RULES.filter((rule) => rule.isBroken(statement)).map(
        (rule) => `${statement.trim().slice(0, 120)}: ${rule.problem}`,
      ),
    );
}

function tableOf(statement: string): string | undefined {
  const altered =
    /\b(?:alter table|drop table)(?: if exists)?(?: only)? (?:"?public"?\.)?"?(\w+)"?/;
  const indexed = /\bindex\b.*? on (?:only )?(?:"?public"?\.)?"?(\w+)"?/;
  return (altered.exec(statement) ?? indexed.exec(statement))?.[1];
}

const isAltered = (statement: string) => LARGE_TABLES.includes(tableOf(statement) ?? "");

const isAbout = (statement: string, pattern: RegExp) =>
  LARGE_TABLES.includes(pattern.exec(statement)?.[1] ?? "");
