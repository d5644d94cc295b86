import type { ImportableRow } from "./imported-rows";

/** What becomes of a row: a new record, a change of one that is there, or a problem. */
export type RowMatch<Existing, Values> = {
  line: number;
  /** Whose the record will be. */
  userId: string;
  existing: Existing | undefined;
  /** What the row says, as the record holds it; null where it says nothing. */
  values: Values;
  problems: Record<string, string> | null;
  warnings?: Record<string, string> | undefined;
};

/** What rows of the same file have named before, by a key of each kind. */
export type SeenKeys = Map<string, number>;

/** Whether an earlier row of the file has named the same; a row that is looked at again has not. */
export function isRepeated(seen: SeenKeys, key: string, line: number): boolean {
  const first = seen.get(key);
  if (first === undefined) seen.set(key, line);
  return first !== undefined && first !== line;
}

export const ownersOf = (rows: ImportableRow[]): string[] => [
  ...new Set(rows.flatMap(({ ownerId }) => ownerId ?? [])),
];

/** The values that a row fills in and that the record does not hold already. */
export function changedValues(
  existing: Record<string, unknown>,
  values: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([field, value]) =>
        value !== null &&
        value !== undefined &&
        JSON.stringify(value) !== JSON.stringify(existing[field] ?? null),
    ),
  );
}
