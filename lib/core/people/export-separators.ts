import type { users } from "@/db/schema";

type Separator = NonNullable<(typeof users.$inferSelect)["exportSeparator"]>;

/** What can separate the cells of files that a person downloads. */
export const exportSeparators = ["semicolon", "comma"] as const satisfies readonly Separator[];
