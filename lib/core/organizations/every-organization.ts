import "server-only";
import { sql } from "drizzle-orm";
import { queryRows } from "@/db/query-rows";
import { type System, systemActor } from "../access/actor";
import { now } from "../clock";
import { database } from "../database";
import { log } from "../log";

type Act = (actor: System) => Promise<unknown>;

/** Parts of the work of each minute, by which the database lists the organizations that have some to do. */
export type Work =
  | "access-ends"
  | "suspicion"
  | "list-counts"
  | "bulk-actions"
  | "imports"
  | "moves"
  | "deletion"
  | "simulated"
  | "simulated-sandboxes"
  | "fleet-hour"
  | "audit-stream"
  | "accounts"
  | "silence"
  | "manufacturers"
  | "reminders"
  | "webhooks";

/** Does something for each organization in turn, as the system. */
export async function forEveryOrganization(requestId: string, act: Act): Promise<void> {
  const ids = await listIds(sql`select list_organization_ids() as id`);
  await forOrganizations(ids, requestId, act);
}

/** Lists the organizations for which a part of the minute's work would change something. */
export const listDueOrganizations = (work: Work): Promise<string[]> =>
  listIds(
    sql`select list_due_organizations(${work}, ${now().toISOString()}::timestamptz) as id order by id`,
  );

async function listIds(statement: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await database().outsideOrganizations((transaction) =>
    queryRows<{ id: string }>(transaction, statement),
  );
  return rows.map(({ id }) => id);
}

/**
 * Does something for some organizations, as the system. What fails for one is logged and does not keep the others
 * waiting.
 * @param atOnce how many are worked on at the same time
 */
export async function forOrganizations(
  ids: string[],
  requestId: string,
  act: Act,
  atOnce = 1,
): Promise<void> {
  const waiting = ids.values();
  const lane = async () => {
    for (const id of waiting) {
      try {
        await act(systemActor(id, requestId));
      } catch (error) {
        log.error({ organizationId: id, requestId, err: error }, "housekeeping failed");
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, ids.length) }, lane));
}
