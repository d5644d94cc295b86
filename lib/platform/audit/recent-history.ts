import "server-only";
import { desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { selectEvents } from "./read-events";

export type HistoryEntry = {
  id: string;
  action: string;
  /** Null once the person has been erased. */
  actorName: string | null;
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
  const rows = await selectEvents(transaction)
    .where(eq(auditEvents.targetId, targetId))
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(10);
  return rows.map(({ id, action, actorName, createdAt, reason, changes }) => ({
    id,
    action,
    actorName,
    createdAt,
    reason,
    fields: Object.keys(changes ?? {}),
  }));
}
