import "server-only";
import { readFacetCounts } from "@/lib/core/lists/facets";
import { z } from "@/lib/core/validation/problems";
import { readBuildingFacet } from "@/lib/customers/buildings/building-facet";
import { readEndUserFacet } from "@/lib/customers/end-users/end-user-facet";
import { defineQuery } from "@/lib/define-use-case";

const readers = { "end-user": readEndUserFacet, building: readBuildingFacet };

/** The countries (ISO 3166-1, two letters) that the records of a list are in, from counts that are kept. */
export const listCountries = defineQuery({
  name: "listCountries",
  input: z.object({ list: z.enum(["end-user", "building"]) }),
  requires: ({ input }) => [{ action: "read", resource: input.list }],
  async run({ input, transaction, scope }): Promise<string[]> {
    if (scope === "own") return [];
    const read = readers[input.list];
    const counts = await readFacetCounts(transaction, input.list);
    const countries = counts.flatMap(({ facet }) => read(facet).country ?? []);
    return [...new Set(countries)].sort();
  },
});
