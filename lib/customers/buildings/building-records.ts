import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { buildings } from "@/db/schema";
import { NotFound } from "@/lib/core/errors";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { recordOfUser, recordsOfUser } from "@/lib/core/lists/records-of-user";
import { requirePerson } from "@/lib/core/people/require-person";
import { defineQuery } from "@/lib/define-use-case";

export type BuildingRecord = typeof buildings.$inferSelect;

/** One building of an end-user as it is stored. @throws NotFound */
export const getBuildingRecord = defineQuery({
  name: "getBuildingRecord",
  input: recordOfUser,
  requires: ({ input }) => [{ action: "read", resource: "building", ownerId: input.userId }],
  async run({ input, transaction }) {
    const [building] = await transaction
      .select()
      .from(buildings)
      .where(
        and(
          eq(buildings.id, input.id),
          eq(buildings.userId, input.userId),
          input.includeDeleted ? undefined : isNull(buildings.deletedAt),
        ),
      );
    if (!building) throw new NotFound();
    return building;
  },
});

/** A page of an end-user's buildings, the oldest first. */
export const listBuildingRecords = defineQuery({
  name: "listBuildingRecords",
  input: recordsOfUser,
  requires: ({ input }) => [{ action: "read", resource: "building", ownerId: input.userId }],
  async run({ input, transaction }) {
    await requirePerson(transaction, input.userId);
    const { where, orderBy, toPage } = newestFirst(buildings, { ...input, direction: "asc" });
    const found = await transaction
      .select()
      .from(buildings)
      .where(
        and(
          eq(buildings.userId, input.userId),
          input.includeDeleted ? undefined : isNull(buildings.deletedAt),
          where,
        ),
      )
      .orderBy(...orderBy)
      .limit(input.limit + 1);
    return toPage(found, input.limit);
  },
});
