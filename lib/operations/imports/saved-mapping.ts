import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { type ImportMapping, importMappings } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { normalizeHeading } from "@/lib/core/table-files/headings";
import type { ImportKind } from "./import-headings";

type Shaped = { organizationId: string; kind: ImportKind; headings: string[] };

/** What files of the same shape have in common: their headings in order. A file without headings has no shape. */
function shapeOf(headings: string[]): string | undefined {
  const names = headings.map(normalizeHeading);
  return names.some(Boolean) ? names.join("|") : undefined;
}

const isOfShape = (kind: ImportKind, shape: string) =>
  and(eq(importMappings.kind, kind), eq(importMappings.shape, shape));

/** The columns that a person has saved for files of this shape. */
export async function findSavedMapping(
  transaction: Transaction,
  { kind, headings }: Omit<Shaped, "organizationId">,
): Promise<ImportMapping | undefined> {
  const shape = shapeOf(headings);
  if (!shape) return undefined;
  const [saved] = await transaction
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(isOfShape(kind, shape));
  return saved?.mapping;
}

export async function saveMapping(
  transaction: Transaction,
  { organizationId, kind, headings }: Shaped,
  mapping: ImportMapping,
): Promise<void> {
  const shape = shapeOf(headings);
  if (!shape) return;
  await transaction
    .insert(importMappings)
    .values({ organizationId, id: uuidv7(), kind, shape, mapping, updatedAt: now() })
    .onConflictDoUpdate({
      target: [importMappings.organizationId, importMappings.kind, importMappings.shape],
      set: { mapping: sql`excluded.mapping`, updatedAt: now() },
    });
}

/** @returns whether columns were saved for this shape */
export async function deleteSavedMapping(
  transaction: Transaction,
  { kind, headings }: Omit<Shaped, "organizationId">,
): Promise<boolean> {
  const shape = shapeOf(headings);
  if (!shape) return false;
  const deleted = await transaction
    .delete(importMappings)
    .where(isOfShape(kind, shape))
    .returning({ id: importMappings.id });
  return deleted.length > 0;
}
