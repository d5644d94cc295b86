import "server-only";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { insertMany } from "@/db/insert-many";
import { queryRows } from "@/db/query-rows";
import { importChanges, users } from "@/db/schema";
import { type NamedPerson, personName } from "@/lib/core/people/person-name";
import { changePeople } from "./change-people";
import { rememberCopies } from "./copied-records";
import type { Import } from "./find-import";
import { type ImportableRow, type ImportedRows, noRows } from "./imported-rows";
import { isOfOwned, makeOwnedRecords } from "./make-owned-records";

/** A row's fields; `hasAccess` is false where its address is another account's. */
type NewPerson = typeof users.$inferInsert & { hasAccess?: boolean };

type PersonRow = NamedPerson & { id: string };

/** Makes, and changes where the rows are about one that is there, the records of some rows that are good. */
export async function makeRecords(
  transaction: Transaction,
  found: Import,
  rows: ImportableRow[],
): Promise<ImportedRows> {
  const written = isOfOwned(found)
    ? await makeOwnedRecords(transaction, found, rows)
    : await makePeople(transaction, found, rows);
  const { organizationId, id: importId } = found;
  const changes = written.changes.map((each) => ({ ...each, organizationId, importId }));
  await rememberCopies(transaction, found, rows, written.records);
  if (changes.length > 0) await transaction.execute(insertMany(importChanges, changes));
  return written;
}

async function makePeople(
  transaction: Transaction,
  found: Import,
  rows: ImportableRow[],
): Promise<ImportedRows> {
  const known = rows.filter(({ ownerId }) => ownerId !== null);
  const unknown = rows.filter(({ ownerId }) => ownerId === null);
  const changed = await changePeople(transaction, found, known);
  const made = await makeNewPeople(transaction, found, unknown);
  return {
    lines: [...changed.lines, ...made.lines],
    audit: [...changed.audit, ...made.audit],
    changes: [...changed.changes, ...made.changes],
    records: [...changed.records, ...made.records],
  };
}

async function makeNewPeople(
  transaction: Transaction,
  { organizationId, id: importId }: Import,
  rows: ImportableRow[],
): Promise<ImportedRows> {
  if (rows.length === 0) return noRows;
  const records = rows.map(({ line, fields }) => ({ line, id: uuidv7(), fields }));
  const people = records.map(({ id, fields }) => {
    const { hasAccess = true, ...person } = fields as unknown as NewPerson;
    return {
      ...person,
      organizationId,
      id,
      role: "user" as const,
      status: hasAccess && person.email ? ("active" as const) : ("no-access" as const),
    };
  });
  const made = await queryRows<PersonRow>(
    transaction,
    sql`${insertMany(users, people)} on conflict do nothing
      returning id, company_name as "companyName", first_name as "firstName", last_name as "lastName", email`,
  );
  const names = new Map(made.map((person) => [person.id, personName(person)]));
  const written = records.filter(({ id }) => names.has(id));
  return {
    lines: written.map(({ line }) => line),
    records: written.map(({ line, id }) => ({ line, recordId: id, userId: id })),
    audit: [...names].map(([id, name]) => ({
      action: "end-user.created",
      target: { type: "end-user", id, name },
      changes: { import: { before: null, after: importId } },
    })),
    changes: made.map(({ id }) => ({ recordId: id, userId: id, version: 1, before: null })),
  };
}
