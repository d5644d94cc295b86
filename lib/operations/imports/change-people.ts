import "server-only";
import { sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { personName } from "@/lib/core/people/person-name";
import type { PhoneColumns } from "@/lib/core/people/phone-number";
import { pick } from "@/lib/core/records/object-fields";
import { endUserFieldNames } from "@/lib/customers/end-users/end-user-schema";
import { writableFields } from "@/lib/customers/end-users/find-end-user";
import { findTakenKeys } from "@/lib/customers/end-users/find-taken-keys";
import { lockEndUsers } from "@/lib/customers/end-users/lock-end-users";
import type { Import } from "./find-import";
import { type ImportableRow, type ImportedRows, noRows } from "./imported-rows";

type Person = typeof users.$inferSelect;
type Writable = ReturnType<typeof writableFields>;
type Change = { line: number; before: Person; fields: Partial<Writable & PhoneColumns> };

/**
 * Changes the end-users whom some rows are about. What a row leaves empty stays as it is.
 * @returns the lines that were done, those that said nothing new among them; not done are those whose end-user
 *   is gone, or whose address or number somebody else has by now
 */
export async function changePeople(
  transaction: Transaction,
  { id: importId }: Import,
  rows: ImportableRow[],
): Promise<ImportedRows> {
  if (rows.length === 0) return noRows;
  const people = await lockEndUsers(
    transaction,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const wanted = rows.flatMap(({ line, fields, ownerId }): Change[] => {
    const before = people.get(ownerId ?? "");
    const given = Object.entries(fields ?? {}).filter(([, value]) => value !== null);
    return before ? [{ line, before, fields: Object.fromEntries(given) }] : [];
  });
  const taken = await findTakenKeys(transaction, wanted);
  const possible = wanted.filter((change) => !taken.has(change));
  const audit = possible.flatMap(({ before, fields }): AuditEntry[] => {
    const changes = changesBetween(writableFields(before), pick(fields, endUserFieldNames));
    if (Object.keys(changes).length === 0) return [];
    const target = {
      type: "end-user",
      id: before.id,
      name: personName({ ...before, ...fields }),
    } as const;
    return [
      {
        action: "end-user.updated",
        target,
        changes: { ...changes, import: { before: null, after: importId } },
      },
    ];
  });
  const changed = new Set(audit.map(({ target }) => target.id));
  const written = possible.filter(({ before }) => changed.has(before.id));
  await write(transaction, written);
  return {
    lines: possible.map(({ line }) => line),
    records: possible.map(({ line, before: { id } }) => ({ line, recordId: id, userId: id })),
    audit,
    changes: written.map(({ before, fields }) => ({
      recordId: before.id,
      userId: before.id,
      version: before.version + 1,
      before: pick(before, Object.keys(fields) as (keyof Person)[]),
    })),
  };
}

const readOfPhone = ["phoneInternational", "phoneExtension", "phoneCountry"] as const;

async function write(transaction: Transaction, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  const given = changes.map(({ before, fields }) => ({ id: before.id, ...fields }));
  const settings = endUserFieldNames.map((name) => {
    const column = sql.identifier(toSnakeCase(name));
    return sql`${column} = coalesce(given.${sql.identifier(name)}, u.${column})`;
  });
  // A number that is written takes the place of the former one with all that was read of it.
  for (const name of readOfPhone) {
    const column = sql.identifier(toSnakeCase(name));
    settings.push(
      sql`${column} = case when given.phone is null then u.${column} else given.${sql.identifier(name)} end`,
    );
  }
  const typed = [...endUserFieldNames, ...readOfPhone].map(
    (name) => sql`${sql.identifier(name)} text`,
  );
  await transaction.execute(sql`
    update ${users} u set ${sql.join(settings, sql`, `)},
      version = u.version + 1, updated_at = ${now().toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) given (id uuid, ${sql.join(typed, sql`, `)})
    where u.organization_id = ${changes[0]?.before.organizationId} and u.id = given.id`);
}
