import "server-only";
import {
  countryOf,
  type FacetCount,
  facetReader,
  isPresence,
  type ListFacets,
  type Presence,
} from "@/lib/core/lists/facets";

export const endUserStates = ["invited", "active", "suspended", "archived", "no-access"] as const;
const deviceStates = ["none", "connected", "disconnected", "disconnected"] as const;

/** What a facet of the end-user list means; the database's `end_user_facet` makes it. */
const unpack = (facet: number) => ({
  state: (facet & 65536) === 0 ? endUserStates[facet & 3] : "no-access",
  hasBuilding: (facet & 4) !== 0,
  hasContract: (facet & 8) !== 0,
  devices: deviceStates[(facet >> 4) & 3],
  country: countryOf((facet >> 6) & 1023),
});

type EndUserFacet = FacetCount & ReturnType<typeof unpack>;

type EndUserFacetFilter = {
  state?: (typeof endUserStates)[number] | undefined;
  country?: string | undefined;
  building?: Presence;
  contract?: Presence;
  devices?: "none" | "any" | "disconnected" | undefined;
};

/** Archived end-users are there only when they are asked for. */
export const endUserFacets: ListFacets<EndUserFacet, EndUserFacetFilter> = {
  read: facetReader("end-user", unpack),
  matches: (facet, { state, country, building, contract, devices }) =>
    (state ? facet.state === state : facet.state !== "archived") &&
    (!country || facet.country === country) &&
    isPresence(facet.hasBuilding, building) &&
    isPresence(facet.hasContract, contract) &&
    (!devices || (devices === "any" ? facet.devices !== "none" : facet.devices === devices)),
};
