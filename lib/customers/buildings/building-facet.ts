import "server-only";
import {
  countryOf,
  type FacetCount,
  facetReader,
  isPresence,
  type ListFacets,
  type Presence,
} from "@/lib/core/lists/facets";

/** What a facet of the building list means; the database's `building_facet` makes it. */
const unpack = (facet: number) => ({
  hasPhotovoltaic: (facet & 1) !== 0,
  hasContract: (facet & 2) !== 0,
  hasDevice: (facet & 4) !== 0,
  country: countryOf(facet >> 3),
});

type BuildingFacet = FacetCount & ReturnType<typeof unpack>;

type BuildingFacetFilter = {
  country?: string | undefined;
  contract?: Presence;
  devices?: Presence;
  photovoltaic?: Presence;
};

export const buildingFacets: ListFacets<BuildingFacet, BuildingFacetFilter> = {
  read: facetReader("building", unpack),
  matches: (facet, { country, contract, devices, photovoltaic }) =>
    (!country || facet.country === country) &&
    isPresence(facet.hasContract, contract) &&
    isPresence(facet.hasDevice, devices) &&
    isPresence(facet.hasPhotovoltaic, photovoltaic),
};
