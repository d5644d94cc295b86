import type { moveFailures } from "@/db/schema";
import { Conflict, type DomainError, Duplicate, Invalid, NotFound } from "@/lib/core/errors";

type Failure = (typeof moveFailures)[number];

const failures: Record<string, Failure> = {
  noSuchEndUser: "newOwnerGone",
  archivedOwner: "newOwnerArchived",
  buildingTaken: "buildingTaken",
  contractOverlap: "meterPointTaken",
  meterOverlap: "meterPointTaken",
  serialTaken: "deviceTaken",
  tooManyMovedDevices: "tooManyDevices",
};

/** Why a building was not handed over, without the names that a refusal may carry. */
export function toMoveFailure(error: DomainError): Failure {
  if (error instanceof NotFound) return "buildingGone";
  const problems =
    error instanceof Invalid || error instanceof Duplicate
      ? Object.values(error.fields)
      : error instanceof Conflict
        ? [error.problem]
        : [];
  const [key] = (problems[0] ?? "").split(":");
  return failures[key ?? ""] ?? "refused";
}
