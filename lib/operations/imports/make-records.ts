import "server-only";
import { inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { insertMany } from "@/db/insert-many";
import { queryRows } from "@/db/query-rows";
import { buildings, users } from "@/db/schema";
import { type NamedPerson, personName } from "@/lib/core/people/person-name";
import { makeDevices, type NewDevice } from "@/lib/devices/devices/make-devices";
import { changePeople } from "./change-people";
import type { Import } from "./find-import";
import type { ImportableRow, ImportedRows } from "./imported-rows";

/** A row's fields; `hasAccess` is false where its address is another account's. */
type NewPerson = typeof users.$inferInsert & { hasAccess?: boolean };

type PersonRow = NamedPerson & { id: string };

/** Makes, and changes where the rows are about somebody who is there, the records of some rows that are good. */
export async function makeRecords(
  transaction: Transaction,
  found: Import,
  rows: ImportableRow[],
): Promise<ImportedRows> {
  if (found.kind !== "end-user") return makeNew(transaction, found, rows);
  const known = rows.filter(({ ownerId }) => ownerId !== null);
  const unknown = rows.filter(({ ownerId }) => ownerId === null);
  const changed = await changePeople(transaction, found, known);
  const made = await makeNew(transaction, found, unknown);
  return { lines: [...changed.lines, ...made.lines], audit: [...changed.audit, ...made.audit] };
}

async function makeNew(
  transaction: Transaction,
  { organizationId, kind, id: importId }: Import,
  rows: ImportableRow[],
): Promise<ImportedRows> {
  if (rows.length === 0) return { lines: [], audit: [] };
  const records = rows.map(({ line, fields, ownerId }) => ({
    line,
    values: { ...fields, organizationId, id: uuidv7(), userId: ownerId ?? "" },
  }));
  const values = records.map((record) => record.values);
  const from = { import: { before: null, after: importId } };
  if (kind === "end-user") {
    const people = values.map(({ userId, ...fields }) => {
      const { hasAccess = true, ...person } = fields as unknown as NewPerson;
      return {
        ...person,
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
    return {
      lines: records.filter((record) => names.has(record.values.id)).map(({ line }) => line),
      audit: [...names].map(([id, name]) => ({
        action: "end-user.created",
        target: { type: "end-user", id, name },
        changes: from,
      })),
    };
  }
  const living = await livingOwners(transaction, values);
  const owned = records.filter((record) => living.has(record.values.userId));
  const ownedValues = owned.map((record) => record.values);
  if (owned.length === 0) return { lines: [], audit: [] };
  const lines = owned.map(({ line }) => line);
  if (kind === "building") {
    const made = ownedValues as unknown as (typeof buildings.$inferInsert)[];
    await transaction.execute(insertMany(buildings, made));
    return {
      lines,
      audit: made.map(({ id, name }) => ({
        action: "building.created",
        target: { type: "building", id, name },
        changes: from,
      })),
    };
  }
  const made = ownedValues as unknown as NewDevice[];
  await makeDevices(transaction, made);
  return {
    lines,
    audit: made.map(({ id, manufacturer, model }) => ({
      action: "device.created",
      target: { type: "device", id, name: `${manufacturer} ${model}` },
      changes: from,
    })),
  };
}

async function livingOwners(transaction: Transaction, values: { userId: string }[]) {
  const ids = [...new Set(values.map(({ userId }) => userId))];
  const rows = await transaction
    .select({ id: users.id, deletedAt: users.deletedAt })
    .from(users)
    .where(inArray(users.id, ids))
    .for("share");
  return new Set(rows.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id));
}
