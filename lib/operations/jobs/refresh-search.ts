import "server-only";
import { sql } from "drizzle-orm";
import { queryRows } from "@/db/query-rows";
import { buildings, users } from "@/db/schema";
import type { System } from "@/lib/core/access/actor";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";

const MAX_RECORDS_AT_ONCE = 2000;

const searched = { "end-user": users, building: buildings };

/**
 * Makes again what records are found by, where an earlier release made it. Records that somebody else is changing
 * are left out: their change makes it again.
 * @returns the last record that was looked at; undefined when there are no more
 */
export const refreshSearch = defineCommand({
  name: "refreshSearch",
  input: z.object({ list: z.enum(["end-user", "building"]), after: z.uuid().optional() }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input: { list, after }, transaction }) {
    const table = searched[list];
    const rows = await queryRows<{ id: string; isOld: boolean }>(
      transaction,
      sql`select id, search_version is distinct from search_version() as "isOld" from ${table}
        where id > ${after ?? "00000000-0000-0000-0000-000000000000"}::uuid
        order by id limit ${MAX_RECORDS_AT_ONCE}`,
    );
    const old = rows.filter(({ isOld }) => isOld).map(({ id }) => id);
    if (old.length > 0) {
      // The trigger `keep_search` makes them when the column is set.
      await transaction.execute(sql`
        update ${table} set search_version = search_version() where id in (
          select id from ${table} where id = any (${`{${old.join(",")}}`}::uuid[])
          for no key update skip locked)`);
    }
    const isMore = rows.length === MAX_RECORDS_AT_ONCE;
    return { result: { last: isMore ? rows.at(-1)?.id : undefined }, audit: [] };
  },
});

/** As `refreshSearch`, for all records of an organization. */
export async function refreshSearchOfAll(actor: System): Promise<void> {
  for (const list of ["end-user", "building"] as const) {
    let after: string | undefined;
    do after = (await refreshSearch(actor, { list, after })).last;
    while (after);
  }
}
