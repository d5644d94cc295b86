import { countryOf, type FacetCount } from "@/lib/core/lists/facets";

/** What a facet of the building list means; the database's `building_facet` makes it. */
export function readBuildingFacet(facet: number) {
  return {
    hasPhotovoltaic: (facet & 1) !== 0,
    hasContract: (facet & 2) !== 0,
    hasDevice: (facet & 4) !== 0,
    country: countryOf(facet >> 3),
  };
}

type Presence = "with" | "without" | undefined;

export type BuildingFacetFilter = {
  country?: string | undefined;
  contract?: Presence;
  devices?: Presence;
  photovoltaic?: Presence;
};

/** The facets that a filter asks for. */
export function matchingBuildingFacets(
  counts: FacetCount[],
  filter: BuildingFacetFilter,
): FacetCount[] {
  return counts.filter(({ facet }) => {
    const is = readBuildingFacet(facet);
    return (
      (!filter.country || is.country === filter.country) &&
      matches(is.hasContract, filter.contract) &&
      matches(is.hasDevice, filter.devices) &&
      matches(is.hasPhotovoltaic, filter.photovoltaic)
    );
  });
}

const matches = (has: boolean, wanted: Presence) => !wanted || has === (wanted === "with");
