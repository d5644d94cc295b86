import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importRows, imports, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { getPhoneCountry } from "@/lib/core/people/phone-number";
import { findSlashOrder } from "@/lib/core/validation/calendar-days";
import { checkRow, dayFields } from "./check-row";
import { columnsOf } from "./column-mapping";
import { resolveSourceIds } from "./copied-records";
import type { Import } from "./find-import";
import { isOfOwned } from "./make-owned-records";
import { matchAll, matchPeople } from "./match-all";
import type { OwnedKind } from "./match-rows";
import {
  checkSharedAddresses,
  complain,
  findAmbiguousAddresses,
  isGood,
  isLiving,
  joinedBySize,
  removeRepeatedMatches,
  withoutNestedLoops,
} from "./shared-addresses";

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
    const order = findSlashOrder(
      dayFields.flatMap((field) =>
        columnsOf(found.mapping, field).flatMap((column) =>
          rows.map(({ cells }) => cells[column] ?? ""),
        ),
      ),
    );
    const checked = rows.map((row) => ({
      line: row.line,
      ...checkRow(found, country, row, order),
    }));
    await transaction.execute(sql`
      update ${importRows} r set state = case when c.problems is null then 'good' else 'faulty' end,
        fields = c.fields, problems = c.problems, warnings = c.warnings, address = c.address,
        record_id = null, number = c.number, owner_id = c.owner_id
      from jsonb_to_recordset(${JSON.stringify(checked)}::jsonb)
        c (line integer, fields jsonb, problems jsonb, warnings jsonb, address text, number text, owner_id uuid)
      where r.organization_id = ${found.organizationId} and r.import_id = ${found.id} and r.line = c.line`);
    await transaction
      .update(imports)
      .set({ checkedCount: sql`${imports.checkedCount} + ${rows.length}`, workedAt: now() })
      .where(eq(imports.id, found.id));
    return false;
  }
  const unchangedCount = isOfOwned(found)
    ? await matchOwned(transaction, found)
    : await matchEndUsers(transaction, found);
  const [counted] = await transaction
    .select({
      faulty: sql<number>`count(*) filter (where ${importRows.state} = 'faulty')::int`,
      warned: sql<number>`count(*) filter (where ${importRows.state} = 'good' and ${importRows.warnings} is not null)::int`,
      known: sql<number>`count(*) filter (where ${importRows.state} = 'good' and ${importRows.recordId} is not null)::int`,
    })
    .from(importRows)
    .where(eq(importRows.importId, found.id));
  const faultyCount = counted?.faulty ?? 0;
  await transaction
    .update(imports)
    .set({
      state: "checked",
      faultyCount,
      warnedCount: counted?.warned ?? 0,
      changingCount: (counted?.known ?? 0) - unchangedCount,
      unchangedCount,
      workedAt: now(),
    })
    .where(eq(imports.id, found.id));
  return true;
}

async function matchOwned(transaction: Transaction, found: Import & { kind: OwnedKind }) {
  await resolveSourceIds(transaction, found);
  await findOwners(transaction, found);
  return matchAll(transaction, found);
}

async function matchEndUsers(transaction: Transaction, found: Import) {
  await resolveSourceIds(transaction, found);
  if (found.existing === "update") await findExisting(transaction, found);
  await findTakenNumbers(transaction, found);
  await checkSharedAddresses(transaction, found);
  return matchPeople(transaction, found);
}

/** Customer numbers that another row or another person has already. */
async function findTakenNumbers(transaction: Transaction, found: Import): Promise<void> {
  const { organizationId, id } = found;
  await withoutNestedLoops(transaction, () =>
    transaction.execute(sql`
      update ${importRows} r set ${complain("externalUserId", "repeated")}
      where r.organization_id = ${organizationId} and r.import_id = ${id} and r.number is not null
        and exists (
          select from ${importRows} earlier
          where earlier.organization_id = ${organizationId} and earlier.import_id = ${id}
            and earlier.number = r.number and earlier.line < r.line)`),
  );
  await transaction.execute(sql`
    update ${importRows} r set ${complain("externalUserId", "externalUserIdTaken")} from ${users}
    where r.organization_id = ${organizationId} and r.import_id = ${id} and r.number is not null
      and ${users.organizationId} = ${organizationId} and ${users.externalUserId} = r.number
      and ${users.deletedAt} is null and ${users.id} is distinct from r.owner_id`);
}

// Compared as they are stored: a function in between would keep row-level security from using the index.
const byAddress = sql`${users.emailNormalized} = r.address`;
const byNumber = sql`${users.externalUserId} = r.number`;
/** Who has another number than the row is somebody else at the same address. */
const byOwnAddress = sql`${byAddress} and (r.number is null or ${users.externalUserId} is null)`;

/** Notes the end-users whom rows name, each by the first of the ways that leads to one. */
async function recordMatches(transaction: Transaction, found: Import, ways: SQL[]): Promise<void> {
  await joinedBySize(transaction, found, async () => {
    for (const isNamed of ways) {
      await transaction.execute(sql`
        update ${importRows} r set owner_id = ${users.id} from ${users}
        where ${isGood(found)} and r.owner_id is null and ${isLiving(found)} and ${isNamed}`);
    }
  });
}

/** The end-users whom rows are about: by customer number, and otherwise by address. */
async function findExisting(transaction: Transaction, found: Import): Promise<void> {
  await recordMatches(transaction, found, [byNumber, byOwnAddress]);
  await removeRepeatedMatches(transaction, found);
}

/** The end-users that rows belong to: by id, by address, or by customer number. */
async function findOwners(transaction: Transaction, found: Import): Promise<void> {
  await transaction.execute(sql`
    update ${importRows} r set owner_id = null
    where ${isGood(found)} and r.owner_id is not null
      and not exists (select from ${users} where ${isLiving(found)} and ${users.id} = r.owner_id)`);
  await findAmbiguousAddresses(transaction, found);
  await recordMatches(transaction, found, [byAddress, byNumber]);
  await transaction.execute(sql`
    update ${importRows} r set state = 'faulty', problems = '{"owner": "noSuchEndUser"}'
    where ${isGood(found)} and r.owner_id is null`);
}
