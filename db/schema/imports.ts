import { sql } from "drizzle-orm";
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId, updatedAt } from "./columns";
import { organizations } from "./organizations";

export const importKinds = ["end-user", "building", "energy-contract", "device"] as const;

/**
 * Reading: rows arrive from another installation. Waiting: for the import that it follows. Mapping: the file is read,
 * its columns are to be told apart. Checking is the dry run.
 */
export const importStates = [
  "reading",
  "waiting",
  "mapping",
  "checking",
  "checked",
  "running",
  "done",
  "cancelled",
  "failed",
] as const;

/** A row is raw until it has been checked. Once its record is made, it is gone. */
export const importRowStates = ["raw", "good", "faulty"] as const;

/** What becomes of a row about somebody who is there already: it is a problem, or it changes their record. */
export const importExisting = ["refuse", "update"] as const;

/** How files of text are encoded, and what separates their cells. */
export const importEncodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "macroman",
  "cp850",
  "iso-8859-15",
  "windows-1250",
] as const;
export const importSeparators = ["semicolon", "comma", "tab", "pipe"] as const;

/** The number of the column that holds a field, or of several columns that are joined. */
export type ImportMapping = Record<string, number | number[]>;

const isOpen = sql`state in ('checking', 'running')`;

/** A CSV file whose rows become records. */
export const imports = pgTable(
  "imports",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    kind: text({ enum: importKinds }).notNull(),
    state: text({ enum: importStates }).notNull(),
    problem: text(),
    fileName: text().notNull(),
    /** The installation and organization that rows were read from; null of a file. */
    source: text(),
    /** The import that has to be done before this one is checked. */
    follows: uuid(),
    headings: jsonb().$type<string[]>().notNull(),
    /** How the file was read: found by evidence, or chosen. */
    encoding: text({ enum: importEncodings }),
    separator: text({ enum: importSeparators }),
    headingLine: integer(),
    /** Of a workbook, the sheet that is read, and all that have rows. */
    sheet: text(),
    sheets: jsonb().$type<string[]>(),
    mapping: jsonb().$type<ImportMapping>().notNull().default({}),
    /** All rows or none; otherwise those that are good. An import that is undone runs once more. */
    scope: text({ enum: ["all", "good", "undo"] }),
    existing: text({ enum: importExisting }).notNull().default("refuse"),
    rowCount: integer().notNull(),
    checkedCount: integer().notNull().default(0),
    faultyCount: integer().notNull().default(0),
    /** Of the good rows, those with something doubtful. */
    warnedCount: integer().notNull().default(0),
    /** Of the good rows, those that change a record. */
    changingCount: integer().notNull().default(0),
    /** Of the good rows, those that say nothing new about a record. */
    unchangedCount: integer().notNull().default(0),
    doneCount: integer().notNull().default(0),
    /** When it was undone, and how many records were taken back. */
    undoneAt: moment(),
    undoneCount: integer().notNull().default(0),
    startedBy: uuid().notNull(),
    startedByName: text().notNull(),
    createdAt: createdAt(),
    workedAt: moment(),
    finishedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("imports_by_creation").on(table.organizationId, table.createdAt, table.id),
    index("imports_open").on(table.organizationId, table.workedAt).where(isOpen),
    index("due_unfinished_imports")
      .on(table.createdAt, table.organizationId)
      .where(sql`state <> 'done'`),
    index("due_finished_imports")
      .on(table.createdAt, table.organizationId, table.id)
      .where(sql`state = 'done'`),
    check(
      "imports_state",
      sql`${table.state} in ('reading', 'waiting', 'mapping', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed')`,
    ),
    check("imports_existing", sql`${table.existing} in ('refuse', 'update')`),
  ],
);

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** A file as it was uploaded, kept until its import runs so that it can be read in another way. */
export const importFiles = pgTable(
  "import_files",
  {
    organizationId: organizationId(),
    importId: uuid().notNull(),
    content: bytes().notNull(),
    /** The workbook as it was uploaded, of which the content is one sheet. */
    workbook: bytes(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.importId] }),
    foreignKey({
      columns: [table.organizationId, table.importId],
      foreignColumns: [imports.organizationId, imports.id],
    }).onDelete("cascade"),
  ],
);

/** Columns that a person has saved, for the next file with the same headings. */
export const importMappings = pgTable(
  "import_mappings",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    kind: text({ enum: importKinds }).notNull(),
    /** The headings in order, without case and punctuation. */
    shape: text().notNull(),
    mapping: jsonb().$type<ImportMapping>().notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("import_mappings_shape").on(table.organizationId, table.kind, table.shape),
  ],
);

/** A row of a file that is imported, with what is wrong with it. */
export const importRows = pgTable(
  "import_rows",
  {
    organizationId: organizationId(),
    importId: uuid().notNull(),
    /** The line of the file on which it begins. */
    line: integer().notNull(),
    cells: jsonb().$type<string[]>().notNull(),
    /** The id that the record has where it was read from; null of a file. */
    sourceId: text(),
    state: text({ enum: importRowStates }).notNull().default("raw"),
    /** The fields as they are to be stored. */
    fields: jsonb().$type<Record<string, unknown>>(),
    /** An end-user's address and customer number: of the row itself, or of its owner. */
    address: text(),
    number: text(),
    /** Whose the record will be; of an end-user's row, the end-user whom it changes. */
    ownerId: uuid(),
    /** The building, contract or device that the row changes. */
    recordId: uuid(),
    /** What was wrong, and by column doubtful, when the file was read; of every check the same. */
    readProblem: text(),
    readWarnings: jsonb().$type<Record<string, string>>(),
    /** What is wrong, by field. */
    problems: jsonb().$type<Record<string, string>>(),
    /** What is doubtful and keeps no row from being imported, by field. */
    warnings: jsonb().$type<Record<string, string>>(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.importId, table.line] }),
    foreignKey({
      columns: [table.organizationId, table.importId],
      foreignColumns: [imports.organizationId, imports.id],
    }).onDelete("cascade"),
    index("import_rows_by_state").on(table.organizationId, table.importId, table.state, table.line),
    uniqueIndex("import_rows_by_source")
      .on(table.organizationId, table.importId, table.sourceId)
      .where(sql`source_id is not null`),
    index("import_rows_by_address").on(
      table.organizationId,
      table.address,
      table.importId,
      table.line,
    ),
    index("import_rows_by_number").on(
      table.organizationId,
      table.number,
      table.importId,
      table.line,
    ),
  ],
);

/** Which record is the copy of which record of another installation, so that a second copy changes the first. */
export const copiedRecords = pgTable(
  "copied_records",
  {
    organizationId: organizationId().references(() => organizations.id),
    source: text().notNull(),
    kind: text({ enum: importKinds }).notNull(),
    sourceId: text().notNull(),
    recordId: uuid().notNull(),
    /** Whose record it is, so that erasing the person erases this too. */
    userId: uuid().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.source, table.kind, table.sourceId] }),
    index("copied_records_by_user").on(table.organizationId, table.userId),
  ],
);

/** What an import has written, while it can be undone. */
export const importChanges = pgTable(
  "import_changes",
  {
    organizationId: organizationId(),
    importId: uuid().notNull(),
    recordId: uuid().notNull(),
    /** Of the record when the import had written it: later ones are others' work. */
    version: integer().notNull(),
    /** The fields that were changed, as they were; null of a record that was created. */
    before: jsonb().$type<Record<string, unknown>>(),
    /** Whose record it is, so that erasing the person erases this too. */
    userId: uuid().notNull(),
    /** Why it stays as it is: a key of `imports.kept`. */
    kept: text(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.importId, table.recordId] }),
    foreignKey({
      columns: [table.organizationId, table.importId],
      foreignColumns: [imports.organizationId, imports.id],
    }).onDelete("cascade"),
    index("import_changes_by_user").on(table.organizationId, table.userId),
  ],
);
