import type { AuditChanges } from "@/db/schema";

/** The fields of `after` that differ from `before`, as an audit event shows them; undefined is no change. */
export function changesBetween(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): AuditChanges {
  const changed = Object.keys(after).filter(
    (field) =>
      after[field] !== undefined &&
      JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
  );
  return Object.fromEntries(
    changed.map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }]),
  );
}
