import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { imports } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { NotFound } from "@/lib/core/errors";
import { ownAccount } from "@/lib/identity/account/get-own-account";

export type Import = typeof imports.$inferSelect;

/** @throws NotFound when the organization has no such import */
export async function findImport(transaction: Transaction, id: string): Promise<Import> {
  const [found] = await transaction.select().from(imports).where(eq(imports.id, id));
  if (!found) throw new NotFound();
  return found;
}

/** As `findImport`, and nobody else works on it until the transaction ends. */
export async function lockImport(transaction: Transaction, id: string): Promise<Import> {
  const [found] = await transaction
    .select()
    .from(imports)
    .where(eq(imports.id, id))
    .for("no key update");
  if (!found) throw new NotFound();
  return found;
}

/**
 * The right to make what the import makes, and to change what it changes, as a person of the team: jobs act in
 * that person's name.
 */
export async function rightToImport(context: {
  actor: Actor;
  input: { id: string; existing?: Import["existing"] };
  transaction: Transaction;
}) {
  const found = await findImport(context.transaction, context.input.id);
  const { kind } = found;
  const isUpdate = [context.input.existing, found.existing].includes("update");
  return [
    { action: "read" as const, resource: "staff" as const },
    { action: "create" as const, resource: kind },
    ...(isUpdate ? [{ action: "update" as const, resource: kind }] : []),
    ...ownAccount("update")(context),
  ];
}

/** Has the worker go on with an import, once the transaction is there. */
export async function enqueueImport(
  transaction: Transaction,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<void> {
  const payload = JSON.stringify({ organizationId, id });
  await transaction.execute(
    sql`select enqueue_job('work-import', ${payload}::json, ${`import-${id}`})`,
  );
}

/** What the audit log says about an import as a whole. */
export function importEvent(
  action: AuditEntry["action"],
  { id, kind, fileName }: Import,
  counts: { records: number; faulty?: number },
): AuditEntry {
  const after = { list: kind, ...counts };
  return {
    action,
    target: { type: "import", id, name: fileName },
    changes: Object.fromEntries(
      Object.entries(after).map(([name, value]) => [name, { before: null, after: value }]),
    ),
  };
}
