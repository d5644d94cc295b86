import "server-only";
import { countedLists } from "@/db/schema";
import { ownTarget } from "@/lib/core/audit/own-target";
import { splitParameters } from "@/lib/core/lists/list-address";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";

/** Writes down that a list is taken out, and by which filters. Its pages are read afterwards. */
export const beginListExport = defineCommand({
  name: "beginListExport",
  input: z.object({
    list: z.enum(countedLists),
    filters: z.record(z.string().max(40), z.string().max(400)).default({}),
  }),
  requires: ({ input }) => [{ action: "read", resource: input.list }],
  async run({ actor, input, scope }) {
    const filters = Object.entries(splitParameters(input.filters).filters);
    return {
      result: { scope },
      audit: [
        {
          action: "list.exported",
          target: ownTarget(actor),
          changes: {
            list: { before: null, after: input.list },
            filters: {
              before: null,
              after: filters.map(([name, value]) => `${name}: ${value}`).join(", "),
            },
          },
        },
      ],
    };
  },
});
