import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { cases, incidents } from "@/db/schema";
import { requireActorId } from "@/lib/core/access/actor";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";

/** How many open cases the actor has and how many incidents are open, for the menu. */
export const countOpenWork = defineQuery({
  name: "countOpenWork",
  input: z.object({}),
  requires: () => [
    { action: "read", resource: "case" },
    { action: "read", resource: "device" },
  ],
  async run({ actor, transaction }) {
    const own = and(eq(cases.assigneeId, requireActorId(actor)), ne(cases.state, "solved"));
    return {
      cases: await countUpToLimit(transaction, cases, own),
      incidents: await countUpToLimit(transaction, incidents, isNull(incidents.closedAt)),
    };
  },
});
