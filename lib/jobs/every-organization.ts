import "server-only";
import { sql } from "drizzle-orm";
import { queryRows } from "@/db/query-rows";
import { type System, systemActor } from "../access/actor";
import { database } from "../database";
import { log } from "../log";

/**
 * Does something for each organization in turn, as the system. What fails for one is logged and does
 * not keep the others waiting.
 */
export async function forEveryOrganization(
  requestId: string,
  act: (actor: System) => Promise<unknown>,
): Promise<void> {
  const rows = await database().outsideOrganizations((transaction) =>
    queryRows<{ id: string }>(transaction, sql`select list_organization_ids() as id`),
  );
  for (const { id } of rows) {
    try {
      await act(systemActor(id, requestId));
    } catch (error) {
      log.error({ organizationId: id, requestId, err: error }, "housekeeping failed");
    }
  }
}
