import "server-only";
import { z } from "@/lib/core/validation/problems";
import { buildingFacets } from "@/lib/customers/buildings/building-facet";
import { endUserFacets } from "@/lib/customers/end-users/end-user-facet";
import { defineQuery } from "@/lib/define-use-case";

const facetsOf = { "end-user": endUserFacets, building: buildingFacets };

/** The countries (ISO 3166-1, two letters) that the records of a list are in, from counts that are kept. */
export const listCountries = defineQuery({
  name: "listCountries",
  input: z.object({ list: z.enum(["end-user", "building"]) }),
  requires: ({ input }) => [{ action: "read", resource: input.list }],
  async run({ input, transaction, scope }): Promise<string[]> {
    if (scope === "own") return [];
    const facets = await facetsOf[input.list].read(transaction);
    const countries = facets.flatMap(({ country }) => country ?? []);
    return [...new Set(countries)].sort();
  },
});
