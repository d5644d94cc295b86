import "server-only";
import { desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema";
import type { Actor } from "../access/actor";
import { may } from "../access/authorize";

export type HistoryEntry = {
  id: string;
  action: string;
  actorName: string;
  createdAt: Date;
  reason: string | null;
  /** Names of the fields that changed. */
  fields: string[];
};

/** The latest ten events of one record, newest first; empty for those who may not see the team. */
export async function recentHistory(
  transaction: Transaction,
  actor: Actor,
  targetId: string,
): Promise<HistoryEntry[]> {
  if (!may(actor, "read", "staff")) return [];
  const rows = await transaction
    .select({
      id: auditEvents.id,
      action: auditEvents.action,
      actorName: auditEvents.actorName,
      createdAt: auditEvents.createdAt,
      reason: auditEvents.reason,
      changes: auditEvents.changes,
    })
    .from(auditEvents)
    .where(eq(auditEvents.targetId, targetId))
    .orderBy(desc(auditEvents.id))
    .limit(10);
  return rows.map(({ changes, ...event }) => ({ ...event, fields: Object.keys(changes) }));
}
