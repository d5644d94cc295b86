import "server-only";
import { and, asc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importRows, users } from "@/db/schema";
import { writableFields } from "@/lib/customers/end-users/find-end-user";
import type { Import } from "./find-import";
import { type ImportableRow, importableColumns } from "./imported-rows";
import { changedValues } from "./match-row";
import { matchRows, noneSeen, type OwnedKind } from "./match-rows";

const matchedAtOnce = 2000;

type Outcome = {
  line: number;
  record_id: string | null;
  problems: Record<string, string> | null;
  warnings: Record<string, string> | null;
};

async function* pagesOfGoodRows(transaction: Transaction, found: Import) {
  let last = -1;
  for (;;) {
    const rows: ImportableRow[] = await transaction
      .select(importableColumns)
      .from(importRows)
      .where(
        and(
          eq(importRows.importId, found.id),
          eq(importRows.state, "good"),
          found.kind === "end-user" ? isNotNull(importRows.ownerId) : undefined,
          gt(importRows.line, last),
        ),
      )
      .orderBy(asc(importRows.line))
      .limit(matchedAtOnce);
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)?.line ?? last;
  }
}

/**
 * Notes which record each row of an import changes, and what keeps it from being imported.
 * @returns how many rows say nothing new
 */
export async function matchAll(
  transaction: Transaction,
  found: Import & { kind: OwnedKind },
): Promise<number> {
  const seen = noneSeen();
  let unchanged = 0;
  for await (const rows of pagesOfGoodRows(transaction, found)) {
    const matches = await matchRows(transaction, found, rows, seen);
    await store(
      transaction,
      found,
      matches.map(({ line, existing, problems, warnings = null }) => ({
        line,
        record_id: existing?.id ?? null,
        problems,
        warnings,
      })),
    );
    unchanged += matches.filter(
      ({ existing, values, problems }) =>
        existing && !problems && Object.keys(changedValues(existing, values)).length === 0,
    ).length;
  }
  return unchanged;
}

/** As `matchAll` for end-users, who were found by their numbers and addresses already. */
export async function matchPeople(transaction: Transaction, found: Import): Promise<number> {
  let unchanged = 0;
  for await (const rows of pagesOfGoodRows(transaction, found)) {
    const people = await transaction
      .select()
      .from(users)
      .where(
        inArray(
          users.id,
          rows.flatMap(({ ownerId }) => ownerId ?? []),
        ),
      );
    const byId = new Map(people.map((person) => [person.id, writableFields(person)]));
    unchanged += rows.filter(({ ownerId, fields }) => {
      const person: Record<string, unknown> | undefined = byId.get(ownerId ?? "");
      const given = Object.fromEntries(
        Object.entries(fields ?? {}).filter(([field]) => person && field in person),
      );
      return person && Object.keys(changedValues(person, given)).length === 0;
    }).length;
    await store(
      transaction,
      found,
      rows.map(({ line, ownerId }) => ({
        line,
        record_id: ownerId,
        problems: null,
        warnings: null,
      })),
    );
  }
  return unchanged;
}

async function store(
  transaction: Transaction,
  { organizationId, id }: Import,
  outcomes: Outcome[],
): Promise<void> {
  await transaction.execute(sql`
    update ${importRows} r set record_id = o.record_id,
      state = case when o.problems is null then r.state else 'faulty' end,
      problems = coalesce(o.problems, r.problems),
      warnings = case when o.warnings is null then r.warnings
        else coalesce(r.warnings, '{}') || o.warnings end
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      o (line integer, record_id uuid, problems jsonb, warnings jsonb)
    where r.organization_id = ${organizationId} and r.import_id = ${id} and r.line = o.line`);
}
