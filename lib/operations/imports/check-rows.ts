import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importRows, imports, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { getPhoneCountry } from "@/lib/core/people/phone-number";
import { checkRow } from "./check-row";
import type { Import } from "./find-import";

const checkedAtOnce = 5000;

/**
 * Checks the next rows of an import by themselves and, once all are through, against each other and against
 * what the organization has.
 * @returns whether all is checked
 */
export async function checkRows(transaction: Transaction, found: Import): Promise<boolean> {
  const rows = await transaction
    .select({
      line: importRows.line,
      cells: importRows.cells,
      readProblem: importRows.readProblem,
      readWarnings: importRows.readWarnings,
    })
    .from(importRows)
    .where(and(eq(importRows.importId, found.id), eq(importRows.state, "raw")))
    .orderBy(asc(importRows.line))
    .limit(checkedAtOnce);
  if (rows.length > 0) {
    const country = await getPhoneCountry(transaction);
    const checked = rows.map((row) => ({ line: row.line, ...checkRow(found, country, row) }));
    await transaction.execute(sql`
      update ${importRows} r set state = case when c.problems is null then 'good' else 'faulty' end,
        fields = c.fields, problems = c.problems, warnings = c.warnings, address = c.address,
        number = c.number, owner_id = c.owner_id
      from jsonb_to_recordset(${JSON.stringify(checked)}::jsonb)
        c (line integer, fields jsonb, problems jsonb, warnings jsonb, address text, number text, owner_id uuid)
      where r.organization_id = ${found.organizationId} and r.import_id = ${found.id} and r.line = c.line`);
    await transaction
      .update(imports)
      .set({ checkedCount: sql`${imports.checkedCount} + ${rows.length}`, workedAt: now() })
      .where(eq(imports.id, found.id));
    return false;
  }
  const isOfPeople = found.kind === "end-user";
  if (found.existing === "update") await findExisting(transaction, found);
  if (isOfPeople) await findTaken(transaction, found);
  else await findOwners(transaction, found);
  const [counted] = await transaction
    .select({
      faulty: sql<number>`count(*) filter (where ${importRows.state} = 'faulty')::int`,
      warned: sql<number>`count(*) filter (where ${importRows.state} = 'good' and ${importRows.warnings} is not null)::int`,
      changing: sql<number>`count(*) filter (where ${importRows.state} = 'good' and ${importRows.ownerId} is not null)::int`,
    })
    .from(importRows)
    .where(eq(importRows.importId, found.id));
  const faultyCount = counted?.faulty ?? 0;
  const changingCount = isOfPeople ? (counted?.changing ?? 0) : 0;
  await transaction
    .update(imports)
    .set({
      state: "checked",
      faultyCount,
      warnedCount: counted?.warned ?? 0,
      changingCount,
      workedAt: now(),
    })
    .where(eq(imports.id, found.id));
  return true;
}

/** Addresses and customer numbers that another row or another person has already. */
async function findTaken(transaction: Transaction, found: Import): Promise<void> {
  const { organizationId, id } = found;
  for (const [column, field, problem, taken] of [
    ["address", "email", "emailTaken", users.emailNormalized],
    ["number", "externalUserId", "externalUserIdTaken", users.externalUserId],
  ] as const) {
    const name = sql.identifier(column);
    const complain = (said: string) =>
      sql`state = 'faulty', problems = coalesce(r.problems, '{}') || ${JSON.stringify({ [field]: said })}::jsonb`;
    // Of rows that have just come the planner knows nothing, and may look through all for each of them.
    await transaction.execute(sql`select set_config('enable_nestloop', 'off', true)`);
    await transaction.execute(sql`
      update ${importRows} r set ${complain("repeated")}
      where r.organization_id = ${organizationId} and r.import_id = ${id} and r.${name} is not null
        and exists (
          select from ${importRows} earlier
          where earlier.organization_id = ${organizationId} and earlier.import_id = ${id}
            and earlier.${name} = r.${name} and earlier.line < r.line)`);
    await transaction.execute(sql`select set_config('enable_nestloop', 'on', true)`);
    await transaction.execute(sql`
      update ${importRows} r set ${complain(problem)} from ${users}
      where r.organization_id = ${organizationId} and r.import_id = ${id} and r.${name} is not null
        and ${users.organizationId} = ${organizationId} and ${taken} = r.${name}
        and ${users.deletedAt} is null and ${users.id} is distinct from r.owner_id`);
  }
}

// Compared as they are stored: a function in between would keep row-level security from using the index.
const byAddress = sql`${users.emailNormalized} = r.address`;
const byNumber = sql`${users.externalUserId} = r.number`;

const isGood = ({ organizationId, id }: Import) =>
  sql`r.organization_id = ${organizationId} and r.import_id = ${id} and r.state = 'good'`;
const isLiving = ({ organizationId }: Import) =>
  sql`${users.organizationId} = ${organizationId} and ${users.role} = 'user' and ${users.deletedAt} is null`;

/** Notes the end-users whom rows name, each by the first of the ways that leads to one. */
async function recordMatches(transaction: Transaction, found: Import, ways: SQL[]): Promise<void> {
  for (const isNamed of ways) {
    await transaction.execute(sql`
      update ${importRows} r set owner_id = ${users.id} from ${users}
      where ${isGood(found)} and r.owner_id is null and ${isLiving(found)} and ${isNamed}`);
  }
}

/** The end-users whom rows are about: by customer number, and otherwise by address. */
async function findExisting(transaction: Transaction, found: Import): Promise<void> {
  await recordMatches(transaction, found, [byNumber, byAddress]);
  // One row may know somebody by the number and another by the address.
  await transaction.execute(sql`
    update ${importRows} r set state = 'faulty', problems = '{"email": "repeated"}'
    from (select line, row_number() over (partition by owner_id order by line) as turn
      from ${importRows} where organization_id = ${found.organizationId} and import_id = ${found.id}
        and owner_id is not null) doubled
    where ${isGood(found)} and r.line = doubled.line and doubled.turn > 1`);
}

/** The end-users that rows belong to: by id, by address, or by customer number. */
async function findOwners(transaction: Transaction, found: Import): Promise<void> {
  await transaction.execute(sql`
    update ${importRows} r set owner_id = null
    where ${isGood(found)} and r.owner_id is not null
      and not exists (select from ${users} where ${isLiving(found)} and ${users.id} = r.owner_id)`);
  await recordMatches(transaction, found, [byAddress, byNumber]);
  await transaction.execute(sql`
    update ${importRows} r set state = 'faulty', problems = '{"owner": "noSuchEndUser"}'
    where ${isGood(found)} and r.owner_id is null`);
}
