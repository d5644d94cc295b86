import "server-only";
import { defineQuery } from "../access/use-case";
import { readBuildingFacet } from "../buildings/building-facet";
import { readEndUserFacet } from "../end-users/end-user-facet";
import { z } from "../validation/problems";
import { readFacetCounts } from "./facets";

const readers = { "end-user": readEndUserFacet, building: readBuildingFacet };

/** The countries (ISO 3166-1, two letters) that the records of a list are in, from counts that are kept. */
export const listCountries = defineQuery({
  name: "listCountries",
  input: z.object({ list: z.enum(["end-user", "building"]) }),
  requires: ({ input }) => [{ action: "read", resource: input.list }],
  async run({ input, transaction, reach }): Promise<string[]> {
    if (reach === "own") return [];
    const read = readers[input.list];
    const counts = await readFacetCounts(transaction, input.list);
    const countries = counts.flatMap(({ facet }) => read(facet).country ?? []);
    return [...new Set(countries)].sort();
  },
});
