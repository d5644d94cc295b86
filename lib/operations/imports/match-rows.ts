import "server-only";
import type { Transaction } from "@/db/client";
import { toBuildingName } from "@/lib/customers/buildings/building-name";
import { findCopies } from "./copied-records";
import type { Import } from "./find-import";
import type { ImportableRow } from "./imported-rows";
import { matchBuildings } from "./match-buildings";
import { matchContracts, type SeenPeriods } from "./match-contracts";
import { matchDevices } from "./match-devices";
import type { RowMatch, SeenKeys } from "./match-row";

/** Kinds whose rows belong to an end-user. */
export type OwnedKind = Exclude<Import["kind"], "end-user">;

type OwnedImport = Pick<Import, "existing" | "source"> & { kind: OwnedKind };

export type Existing = Record<string, unknown> & { id: string; version: number };

export type OwnedMatch = RowMatch<Existing, Record<string, unknown>>;

/** What rows of the same file have named before. */
export type Seen = { keys: SeenKeys; periods: SeenPeriods };

export const noneSeen = (): Seen => ({ keys: new Map(), periods: new Map() });

const alreadyThere: Record<OwnedKind, (existing: Existing) => Record<string, string>> = {
  building: (existing: Record<string, unknown>) => ({
    name: `buildingTaken:${toBuildingName(existing)}`,
  }),
  "energy-contract": ({ supplier, validFrom, validUntil }) => ({
    meterId: `meterOverlap:${supplier ?? "–"} (${validFrom ?? "…"} – ${validUntil ?? "…"})`,
  }),
  device: ({ manufacturer, model }) => ({
    externalDeviceId: `serialTaken:${manufacturer} ${model}`,
  }),
};

/** Finds what each row of an import is about. A record that is there is a problem where it is not to be changed. */
export async function matchRows(
  transaction: Transaction,
  { kind, existing: choice, source }: OwnedImport,
  rows: ImportableRow[],
  seen: Seen,
): Promise<OwnedMatch[]> {
  const matches = await findMatches(transaction, { kind, existing: choice, source }, rows, seen);
  if (choice === "update") return matches;
  return matches.map((match) =>
    match.existing && !match.problems
      ? { ...match, problems: alreadyThere[kind](match.existing) }
      : match,
  );
}

async function findMatches(
  transaction: Transaction,
  { kind, existing, source }: OwnedImport,
  rows: ImportableRow[],
  seen: Seen,
): Promise<OwnedMatch[]> {
  const copies = await findCopies(transaction, { kind, source }, rows);
  switch (kind) {
    case "building":
      return matchBuildings(transaction, rows, seen.keys, copies, existing === "refuse");
    case "energy-contract":
      return matchContracts(transaction, rows, seen.periods, copies);
    case "device":
      return matchDevices(transaction, rows, seen.keys, copies);
  }
}
