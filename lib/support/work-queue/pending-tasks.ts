import "server-only";
import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { accessReviews, bulkActions, imports, invoices, securityFindings } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { now } from "@/lib/core/clock";
import { countLimit } from "@/lib/core/lists/keyset";

export type TaskKind =
  | "reviews"
  | "findings"
  | "failedJobs"
  | "invoices"
  | "bulkActions"
  | "imports";

export type PendingTask = { kind: TaskKind; count: number };

/** What is to be done for the organization, as far as the viewer may see and do it; a task of which there is none is left out. */
export async function listPendingTasks(
  transaction: Transaction,
  actor: Actor,
): Promise<PendingTask[]> {
  const tasks: PendingTask[] = [];
  const add = async (kind: TaskKind, counted: Promise<{ count: number }[]>) => {
    const [row] = await counted;
    if (row && row.count > 0) tasks.push({ kind, count: row.count });
  };
  const number = { count: sql<number>`count(*)::int` };
  if (may(actor, "create", "staff")) {
    await add(
      "reviews",
      transaction.select(number).from(accessReviews).where(isNull(accessReviews.closedAt)),
    );
  }
  if (may(actor, "read", "security")) {
    const open = transaction
      .select({ id: securityFindings.id })
      .from(securityFindings)
      .where(isNull(securityFindings.acknowledgedAt))
      .limit(countLimit)
      .as("open");
    await add("findings", transaction.select(number).from(open));
  }
  if (may(actor, "read", "organization-settings")) {
    await add("failedJobs", countFailedJobs(transaction));
  }
  if (may(actor, "read", "billing")) {
    const overdue = and(eq(invoices.state, "open"), lt(invoices.dueAt, now()));
    await add("invoices", transaction.select(number).from(invoices).where(overdue));
  }
  await add(
    "bulkActions",
    transaction
      .select(number)
      .from(bulkActions)
      .where(inArray(bulkActions.state, ["running"])),
  );
  await add(
    "imports",
    transaction
      .select(number)
      .from(imports)
      .where(inArray(imports.state, ["checked"])),
  );
  return tasks;
}

async function countFailedJobs(transaction: Transaction): Promise<{ count: number }[]> {
  return queryRows<{ count: number }>(
    transaction,
    sql`select coalesce(sum(failed), 0)::int as count from count_organization_jobs()`,
  );
}
