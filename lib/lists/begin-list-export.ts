import "server-only";
import { countedLists } from "@/db/schema";
import { defineCommand } from "../access/use-case";
import { ownTarget } from "../audit/own-target";
import { z } from "../validation/problems";

/** How many records an export reads at a time, so that its size costs no memory. */
export const exportPageSize = 1000;

/** Parameters of a list's address that arrange it and do not choose records. */
const arrangement = new Set(["sort", "direction", "size", "cursor", "columns", "density"]);

/** Writes down that a list is taken out, and by which filters. Its pages are read afterwards. */
export const beginListExport = defineCommand({
  name: "beginListExport",
  input: z.object({
    list: z.enum(countedLists),
    filters: z.record(z.string().max(40), z.string().max(400)).default({}),
  }),
  requires: ({ input }) => [{ action: "read", resource: input.list }],
  async run({ actor, input, reach }) {
    const filters = Object.entries(input.filters).filter(([name]) => !arrangement.has(name));
    return {
      result: { reach },
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
