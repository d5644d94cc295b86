import { WITHOUT_TRANSACTION } from "./migrate";
import { listStatements } from "./migration-statements";

/**
 * Tables that a few people fill by hand. All others grow with customers and time, so that everybody feels a lock on
 * them or a copy of them.
 */
export const SMALL_TABLES = [
  "access_review_items",
  "access_reviews",
  "answer_templates",
  "api_clients",
  "api_secrets",
  "audit_heads",
  "audit_streams",
  "billing_accounts",
  "bulk_actions",
  "cloud_services",
  "connection_settings",
  "departures",
  "fleet_savings",
  "device_models",
  "handbook_entries",
  "handbook_revisions",
  "import_mappings",
  "imports",
  "incidents",
  "invoice_lines",
  "invoices",
  "list_preferences",
  "mail_texts",
  "organization_logos",
  "organizations",
  "personal_tokens",
  "role_assignments",
  "saved_views",
  "tags",
  "terms_versions",
  "webhooks",
  "worker_heartbeats",
];

type Context = {
  /** Statements of the same migration, and whether they share a transaction. */
  own: string[];
  isTransaction: boolean;
  /** Statements of the migrations before it. */
  earlier: string[];
};

type Rule = {
  /** What is wrong and what to do instead. */
  problem: string;
  isBroken: (statement: string, context: Context) => boolean;
};

/** Evaluated once for all rows, so that PostgreSQL keeps the value beside the table instead of writing it to each row. */
const FIXED_DEFAULT =
  /\bdefault \(?(?:null|true|false|-?[\d.]+|'[^']*'|now\(\)|current_timestamp|current_date)\)?(?:::[\w ]+(?:\(\d+\))?(?:\[\])?)?(?= not null| null| check| references| constraint| unique|$)/;

const ADDED_COLUMN =
  /\balter table \w+ add (?:column )?(?!constraint\b|check\b|foreign key\b|primary key\b|unique\b|exclude\b)\w+ /;

const isAboutLarge = (statement: string, pattern: RegExp) => isLarge(pattern.exec(statement)?.[1]);

const altersLarge = (statement: string) => isAboutLarge(statement, /\balter table (\w+)/);

const RULES: Rule[] = [
  {
    problem:
      "creates an index on a large table without CONCURRENTLY, which stops all writes to it (begin the file with `-- without transaction`)",
    isBroken: (statement) =>
      /\bcreate (?:unique )?index (?!concurrently)/.test(statement) &&
      isAboutLarge(statement, /\bon (?:only )?(\w+)/),
  },
  {
    problem: "drops an index without CONCURRENTLY",
    isBroken: (statement) => /\bdrop index (?!concurrently)/.test(statement),
  },
  {
    problem:
      "drops a column, which the previous release still reads (stop using it in one release, drop it in a later one)",
    isBroken: (statement) => /\balter table \S+ drop (?!constraint\b)/.test(statement),
  },
  {
    problem: "drops a table or what else the previous release still uses",
    isBroken: (statement) =>
      /\bdrop (?:table|view|materialized view|type|function|schema)\b/.test(statement),
  },
  {
    problem:
      "renames what the previous release knows by its old name (add the new one, copy, drop the old one later)",
    isBroken: (statement) =>
      /\balter (?:table|type|view|function|schema) .*\brename\b/.test(statement),
  },
  {
    problem: "drops a default, which the previous release relies on",
    isBroken: (statement) => /\balter table \S+ alter .*\bdrop default\b/.test(statement),
  },
  {
    problem: "changes the type of a column, which copies the table (add a column of the new type)",
    isBroken: (statement, context) =>
      /\balter (?:column )?(?!column )\w+ (?:set data )?type\b/.test(statement) &&
      altersLarge(statement) &&
      !isWidened(statement, context),
  },
  {
    problem:
      "sets NOT NULL, which reads a large table under a lock (add CHECK (... IS NOT NULL) NOT VALID and validate it in migrations before)",
    isBroken: (statement, context) => {
      const [, table, column] =
        /\balter table (\w+) alter (?:column )?(\w+) set not null\b/.exec(statement) ?? [];
      return isLarge(table) && !isProvenNotNull(`${table}`, `${column}`, context);
    },
  },
  {
    problem: "adds a required column without a default, which the previous release does not fill",
    isBroken: (statement) =>
      ADDED_COLUMN.test(statement) &&
      /\bnot null\b|\bprimary key\b/.test(statement) &&
      !/\b(?:default|generated|serial)\b/.test(statement),
  },
  {
    problem:
      "adds a column that is computed for each row, which copies a large table (add it without a default, set the default, fill old rows in portions)",
    isBroken: (statement) =>
      ADDED_COLUMN.test(statement) &&
      altersLarge(statement) &&
      (/\b(?:generated|(?:big|small)?serial)\b/.test(statement) ||
        (/\bdefault\b/.test(statement) && !FIXED_DEFAULT.test(statement))),
  },
  {
    problem:
      "adds a constraint with a column, which reads a large table under a lock (add it NOT VALID, in its own statement)",
    isBroken: (statement) =>
      ADDED_COLUMN.test(statement) &&
      altersLarge(statement) &&
      (/\b(?:check|unique|primary key)\b/.test(statement) ||
        /\bdefault (?!null).*\breferences\b|\breferences\b.*\bdefault (?!null)/.test(statement)),
  },
  {
    problem:
      "adds a constraint that reads a large table under a lock (add it NOT VALID and validate it in a later migration)",
    isBroken: (statement) =>
      /\balter table \w+ add (?:constraint \w+ )?(?:check|foreign key)\b/.test(statement) &&
      !/\bnot valid\b/.test(statement) &&
      altersLarge(statement),
  },
  {
    problem:
      "adds a constraint that builds an index under a lock (create the index CONCURRENTLY, then add the constraint USING INDEX)",
    isBroken: (statement) =>
      /\balter table \w+ add (?:constraint \w+ )?(?:unique|primary key|exclude)\b/.test(
        statement,
      ) &&
      !/\busing index\b/.test(statement) &&
      altersLarge(statement),
  },
  {
    problem:
      "validates a constraint in the transaction that adds it, which keeps its lock (validate it in a later migration)",
    isBroken: (statement, { own, isTransaction }) => {
      const name = /\bvalidate constraint (\w+)/.exec(statement)?.[1];
      return (
        isTransaction &&
        name !== undefined &&
        own.some((other) => other.includes(`add constraint ${name} `))
      );
    },
  },
  {
    problem: "changes all rows of a large table at once (do it in portions, by a job)",
    isBroken: (statement) =>
      isAboutLarge(statement, /\bupdate (?:only )?(\w+)(?: (?:as )?\w+)? set\b/) ||
      isAboutLarge(statement, /\bdelete from (?:only )?(\w+)/),
  },
  {
    problem: "copies a large table at once (do it in portions, by a job)",
    isBroken: (statement) =>
      /\binsert into\b.*\bselect\b|\bcreate (?:table|materialized view) \w+ as\b/.test(statement) &&
      [...statement.matchAll(/\b(?:from|join) (?:only )?(\w+)/g)].some(([, name]) => isLarge(name)),
  },
  {
    problem: "locks or rewrites a whole table",
    isBroken: (statement) =>
      /^(?:truncate|cluster|lock table|vacuum full|reindex (?!.*\bconcurrently\b))/.test(
        statement,
      ) || /\balter table \S+ set (?:logged|unlogged|tablespace|access method)\b/.test(statement),
  },
];

/**
 * Lists what a migration does that the previous release, which is still running, or its users would not survive.
 * Tables that the migration creates itself are left out: nobody uses them yet.
 * @param earlier the migrations before it, which may have proven what it relies on
 * @returns one problem for each statement and rule
 */
export function listMigrationProblems(migration: string, earlier: string[] = []): string[] {
  const own = listStatements(migration);
  const created = new Set(own.map((statement) => /\bcreate table (\w+)/.exec(statement)?.[1]));
  const context: Context = {
    own,
    isTransaction: !migration.startsWith(WITHOUT_TRANSACTION),
    earlier: earlier.flatMap(listStatements),
  };
  return own
    .filter((statement) => {
      const table = tableOf(statement);
      return !table || !created.has(table);
    })
    .flatMap((statement) =>
      RULES.filter((rule) => rule.isBroken(statement, context)).map(
        (rule) => `${statement.slice(0, 120)}: ${rule.problem}`,
      ),
    );
}

/** Whether a validated check lets PostgreSQL set NOT NULL without reading the table. */
function isProvenNotNull(table: string, column: string, { own, earlier }: Context): boolean {
  const statements = [...earlier, ...own];
  const check = new RegExp(
    `\\balter table ${table} add constraint (\\w+) check \\(\\(?(?:${table}\\.)?${column} is not null\\)?\\)`,
  );
  return statements.some((statement) => {
    const name = check.exec(statement)?.[1];
    return name && statements.includes(`alter table ${table} validate constraint ${name}`);
  });
}

/** Whether a text may only become longer, for which PostgreSQL changes the catalogue and no row. */
function isWidened(statement: string, { own, earlier }: Context): boolean {
  const [, table, column, length] =
    /\balter table (\w+) alter (?:column )?(\w+) (?:set data )?type varchar ?\((\d+)\)$/.exec(
      statement,
    ) ?? [];
  const written = new RegExp(
    `(?:create table ${table} \\(.*\\b${column}|alter table ${table} (?:add (?:column )?${column}|alter (?:column )?${column} (?:set data )?type)) varchar ?\\((\\d+)\\)`,
  );
  const before = [...earlier, ...own.slice(0, own.indexOf(statement))]
    .flatMap((other) => written.exec(other)?.[1] ?? [])
    .at(-1);
  return length !== undefined && before !== undefined && Number(before) <= Number(length);
}

function tableOf(statement: string): string | undefined {
  const altered = /\b(?:alter table|drop table) (\w+)/;
  const indexed = /\bcreate (?:unique )?index\b.*? on (?:only )?(\w+)/;
  const written = /\b(?:update|delete from) (?:only )?(\w+)/;
  return (altered.exec(statement) ?? indexed.exec(statement) ?? written.exec(statement))?.[1];
}

function isLarge(table: string | undefined): boolean {
  return table !== undefined && !SMALL_TABLES.includes(table);
}
