import "server-only";
import { sql } from "drizzle-orm";
import { listCounts } from "@/db/schema";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";

/** With no more surplus rows than these, reading them costs less than folding them. */
const maxSurplusRows = 200;

/** Folds the changes of list counts into one row for each facet, once there are many. */
export const foldListCounts = defineCommand({
  name: "foldListCounts",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const [row] = await transaction
      .select({
        surplus: sql<number>`(count(*) - count(distinct (${listCounts.list}, ${listCounts.facet})))::int`,
      })
      .from(listCounts);
    const isDue = (row?.surplus ?? 0) > maxSurplusRows;
    if (isDue) await transaction.execute(sql`select fold_list_counts()`);
    return { result: { isFolded: isDue }, audit: [] };
  },
});
