import { countryOf, type FacetCount } from "@/lib/core/lists/facets";

export const endUserStates = ["invited", "active", "suspended", "archived"] as const;
const deviceStates = ["none", "connected", "disconnected", "disconnected"] as const;

/** What a facet of the end-user list means; the database's `end_user_facet` makes it. */
export function readEndUserFacet(facet: number) {
  return {
    state: endUserStates[facet & 3],
    hasBuilding: (facet & 4) !== 0,
    hasContract: (facet & 8) !== 0,
    devices: deviceStates[(facet >> 4) & 3],
    country: countryOf(facet >> 6),
  };
}

export type EndUserFacetFilter = {
  state?: (typeof endUserStates)[number] | undefined;
  country?: string | undefined;
  building?: "with" | "without" | undefined;
  contract?: "with" | "without" | undefined;
  devices?: "none" | "any" | "disconnected" | undefined;
};

/** The facets that a filter asks for. Archived end-users are there only when they are asked for. */
export function matchingEndUserFacets(
  counts: FacetCount[],
  filter: EndUserFacetFilter,
): FacetCount[] {
  return counts.filter(({ facet }) => {
    const is = readEndUserFacet(facet);
    return (
      (filter.state ? is.state === filter.state : is.state !== "archived") &&
      (!filter.country || is.country === filter.country) &&
      (!filter.building || is.hasBuilding === (filter.building === "with")) &&
      (!filter.contract || is.hasContract === (filter.contract === "with")) &&
      (!filter.devices || matchesDevices(is.devices, filter.devices))
    );
  });
}

function matchesDevices(
  devices: (typeof deviceStates)[number] | undefined,
  wanted: NonNullable<EndUserFacetFilter["devices"]>,
): boolean {
  return wanted === "any" ? devices !== "none" : devices === wanted;
}
