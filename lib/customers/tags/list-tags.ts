import "server-only";
import { asc } from "drizzle-orm";
import { tags } from "@/db/schema";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { maxTags } from "./tag-end-users";

/** The names of the organization's tags, in the order of the alphabet. */
export const listTags = defineQuery({
  name: "listTags",
  input: z.object({}),
  // Tags are the team's: end-users do not see what they are marked with.
  requires: { action: "read", resource: "note" },
  async run({ transaction }) {
    const rows = await transaction
      .select({ name: tags.name })
      .from(tags)
      .orderBy(asc(tags.name))
      .limit(maxTags);
    return rows.map(({ name }) => name);
  },
});
