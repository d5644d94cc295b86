import { eq, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { NotFound, VersionConflict } from "../errors";

/** The condition by which a delete takes only the version that it was decided on; without one it takes any. */
export const isExpected = (version: PgColumn, expected: number | undefined): SQL | undefined =>
  expected === undefined ? undefined : eq(version, expected);

/** @throws VersionConflict when another wrote since the record was read */
export function requireExpected(record: { version: number }, expected: number | undefined): void {
  if (expected !== undefined && expected !== record.version) throw new VersionConflict(record, {});
}

/**
 * @param deleted the rows that a statement with `isExpected` returned
 * @throws VersionConflict when another wrote since, NotFound when another deleted the record
 */
export function requireDeleted(
  deleted: readonly unknown[],
  record: { version: number },
  expected: number | undefined,
): void {
  if (deleted.length > 0) return;
  if (expected === undefined) throw new NotFound();
  throw new VersionConflict(record, {});
}
