import { assertPresent } from "@/lib/core/assert-present";
import type { PersonFacts } from "./facts";
import { type Finding, good, type NextStep, problem, warning } from "./finding";

export type PersonCheck = {
  key: string;
  run: (facts: PersonFacts) => Finding;
  /** What can be done about each of its sentences. */
  next?: Partial<Record<string, NextStep>>;
};

function accountIsActive({ user }: PersonFacts): Finding {
  if (user.archivedAt) return problem("archived", { since: user.archivedAt.toISOString() });
  if (user.status === "suspended") return problem("suspended");
  return good();
}

function canBeReached({ user, bouncedAt }: PersonFacts): Finding {
  if (user.email === null) return warning("noAddress");
  return bouncedAt
    ? warning("bounced", { email: user.email, since: bouncedAt.toISOString() })
    : good("good", { email: user.email });
}

function buildingHasLocation({ buildings }: PersonFacts): Finding {
  if (buildings.length === 0) return problem("noBuilding");
  const lost = buildings.find(
    ({ latitude, longitude, zipCode, country }) =>
      (latitude === null || longitude === null) && !(zipCode && country),
  );
  return lost ? warning("noLocation", { building: lost.name, buildingId: lost.id }) : good();
}

function contractIsValid({ contracts, today }: PersonFacts): Finding {
  if (contracts.length === 0) return problem("none");
  const valid = contracts.find(
    ({ validFrom, validUntil }) =>
      (!validFrom || validFrom <= today) && (!validUntil || validUntil >= today),
  );
  if (valid) {
    return valid.energyContractType === "spot_hourly" || !valid.energyContractType
      ? good()
      : warning("noHourlyPrices");
  }
  const ends = contracts.flatMap(({ validUntil }) => validUntil ?? []);
  const lastEnd = ends
    .filter((day) => day < today)
    .toSorted()
    .at(-1);
  if (lastEnd) return problem("ended", { until: lastEnd });
  const [firstDay] = contracts.flatMap(({ validFrom }) => validFrom ?? []).toSorted();
  return problem("notYet", { from: assertPresent(firstDay, "The first day of a later contract") });
}

/** What is looked at of an end-user, in the order in which it is shown. */
export const personChecks: PersonCheck[] = [
  {
    key: "accountIsActive",
    run: accountIsActive,
    next: { archived: "viewCustomer", suspended: "viewCustomer" },
  },
  {
    key: "canBeReached",
    run: canBeReached,
    next: { bounced: "editCustomer", noAddress: "editCustomer" },
  },
  {
    key: "buildingHasLocation",
    run: buildingHasLocation,
    next: { noBuilding: "fixLocation", noLocation: "fixLocation" },
  },
  {
    key: "contractIsValid",
    run: contractIsValid,
    next: {
      none: "addContract",
      ended: "addContract",
      notYet: "addContract",
      noHourlyPrices: "viewCustomer",
    },
  },
];
