import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bulkActions } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import type { Requirement } from "@/lib/core/access/authorize";
import type { Action } from "@/lib/core/access/matrix";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { NotFound } from "@/lib/core/errors";
import { ownAccount } from "@/lib/identity/account/get-own-account";
import { isAboutOwners } from "./bulk-acts";

export type BulkAction = typeof bulkActions.$inferSelect;

/** @throws NotFound when the organization has no such bulk action */
export async function findBulkAction(transaction: Transaction, id: string): Promise<BulkAction> {
  const [bulkAction] = await transaction.select().from(bulkActions).where(eq(bulkActions.id, id));
  if (!bulkAction) throw new NotFound();
  return bulkAction;
}

/** As `findBulkAction`, and nobody else works on it until the transaction ends. */
export async function lockBulkAction(transaction: Transaction, id: string): Promise<BulkAction> {
  const [bulkAction] = await transaction
    .select()
    .from(bulkActions)
    .where(eq(bulkActions.id, id))
    .for("no key update");
  if (!bulkAction) throw new NotFound();
  return bulkAction;
}

type Context = { actor: Actor; input: { id: string }; transaction: Transaction };

/** The right to its list's records, as a person of the team: jobs carry it out in that person's name. */
export const rightToBulkAction = (action: Action) => async (context: Context) => {
  const bulkAction = await findBulkAction(context.transaction, context.input.id);
  return [...rightsTo(action, bulkAction), ...ownAccount("update")(context)];
};

/** What a bulk action takes beside being a person of the team. */
export const rightsTo = (
  action: Action,
  { list, act }: Pick<BulkAction, "list" | "act">,
): Requirement[] => [
  { action: "read", resource: "staff" },
  { action, resource: list },
  ...(isAboutOwners(act) ? [{ action, resource: "end-user" as const }] : []),
];

/** Has the worker go on with a bulk action, once the transaction is there. */
export async function enqueueWork(
  transaction: Transaction,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<void> {
  const payload = JSON.stringify({ organizationId, id });
  await transaction.execute(
    sql`select enqueue_job('work-bulk-action', ${payload}::json, ${`bulk-action-${id}`})`,
  );
}

/** What the audit log says about a bulk action as a whole. */
export function bulkEvent(action: AuditEntry["action"], bulkAction: BulkAction): AuditEntry {
  const { id, list, act, tagName, pauseUntil, total, parameters } = bulkAction;
  const after = { list, act, tag: tagName, pauseUntil, records: total, filters: parameters };
  return {
    action,
    target: { type: "bulk-action", id, name: tagName ? `${act} ${tagName}` : act },
    changes: Object.fromEntries(
      Object.entries(after)
        .filter(([, value]) => value !== null && value !== "")
        .map(([name, value]) => [name, { before: null, after: value }]),
    ),
  };
}
